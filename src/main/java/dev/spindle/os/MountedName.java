package dev.spindle.os;

import java.util.Optional;

/** The name of a kind of file system, as exact as its mount makes it. Pure. */
final class MountedName {
    private static final String FUSE_SUBTYPE = "fuse.";
    private static final String FUSE_DISK_SUBTYPE = "fuseblk.";

    private MountedName() {}

    static String of(FileSystemKind kind, MountFacts mount) {
        if (!kind.isKnown()) {
            return mount.fileSystemType() + ", " + kind.name();
        }
        return switch (mount.fileSystemType()) {
            case "ext2", "ext3", "ext4" -> mount.fileSystemType();
            case "nfs", "nfs4" -> withVersion("NFS", mount);
            case "cifs", "smb3" -> withVersion("SMB", mount);
            case "overlay" -> kind.name() + mount.upperType().map(t -> " over " + t).orElse("");
            case "virtiofs" -> "virtiofs";
            // The kernel knows no more of it; ntfs-3g is what mounts disks so, bar exfat-fuse.
            case "fuseblk" -> "NTFS (ntfs-3g)";
            default -> subtype(mount.fileSystemType()).orElse(kind.name());
        };
    }

    /** {@code vers=} as nfs(5) and mount.cifs(8) have it: 3, 4.2, 3.1.1. */
    private static String withVersion(String name, MountFacts mount) {
        return name
                + mount.option("vers")
                        .filter(version -> version.matches("[0-9.]{1,8}"))
                        .map(version -> " " + version)
                        .orElse("");
    }

    private static Optional<String> subtype(String type) {
        for (String start : new String[] {FUSE_SUBTYPE, FUSE_DISK_SUBTYPE}) {
            if (type.startsWith(start) && type.length() > start.length()) {
                return Optional.of("FUSE (" + type.substring(start.length()) + ")");
            }
        }
        return Optional.empty();
    }
}
