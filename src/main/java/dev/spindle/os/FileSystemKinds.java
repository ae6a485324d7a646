package dev.spindle.os;

import dev.spindle.os.FileSystemKind.Family;

import java.util.Locale;
import java.util.Map;

/** The table of {@code f_type} values. Source: linux/magic.h and statfs(2) unless said. */
final class FileSystemKinds {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /** A FAT directory entry holds the file size in 32 bits. */
    private static final long FAT_LIMIT = 0xFFFF_FFFFL;

    private static final Map<Long, FileSystemKind> BY_TYPE =
            Map.ofEntries(
                    kind(0xEF53, "ext4", Family.LOCAL),
                    kind(0x58465342L, "XFS", Family.LOCAL),
                    kind(0x9123683EL, "btrfs", Family.LOCAL),
                    kind(0xCA451A4EL, "bcachefs", Family.LOCAL),
                    kind(0x2FC12FC1L, "ZFS", Family.LOCAL),
                    kind(0xF2F52010L, "F2FS", Family.LOCAL),
                    Map.entry(0x4D44L, new FileSystemKind("FAT", Family.LOCAL, FAT_LIMIT)),
                    kind(0x2011BAB0L, "exFAT", Family.LOCAL),
                    kind(0x7366746EL, "NTFS", Family.LOCAL),
                    kind(0x5346544EL, "NTFS", Family.LOCAL),
                    kind(0x482BL, "HFS+", Family.LOCAL),
                    kind(0x3153464AL, "JFS", Family.LOCAL),
                    kind(0x3434L, "NILFS2", Family.LOCAL),
                    kind(0x794C7630L, "overlayfs", Family.LOCAL),
                    kind(FileSystemKind.NFS_MAGIC, "NFS", Family.NFS),
                    kind(0xFE534D42L, "SMB", Family.NETWORK),
                    kind(0xFF534D42L, "CIFS", Family.NETWORK),
                    kind(0x517BL, "SMB", Family.NETWORK),
                    kind(0x00C36400L, "Ceph", Family.NETWORK),
                    kind(0x5346414FL, "AFS", Family.NETWORK),
                    kind(0x6B414653L, "AFS", Family.NETWORK),
                    kind(0x73757245L, "Coda", Family.NETWORK),
                    kind(0x01021997L, "9P", Family.NETWORK),
                    kind(0x786F4256L, "vboxsf", Family.NETWORK),
                    kind(0x0BD00BD0L, "Lustre", Family.NETWORK),
                    kind(0x7461636FL, "OCFS2", Family.NETWORK),
                    kind(0x01161970L, "GFS2", Family.NETWORK),
                    kind(0x65735546L, "FUSE", Family.FUSE),
                    kind(0x01021994L, "tmpfs", Family.MEMORY),
                    kind(0x858458F6L, "ramfs", Family.MEMORY));

    private FileSystemKinds() {}

    static FileSystemKind of(long type) {
        FileSystemKind known = BY_TYPE.get(type);
        return known != null
                ? known
                : new FileSystemKind(
                        String.format(Locale.ROOT, "unknown (0x%X)", type), Family.LOCAL, NO_LIMIT);
    }

    private static Map.Entry<Long, FileSystemKind> kind(long type, String name, Family family) {
        return Map.entry(type, new FileSystemKind(name, family, NO_LIMIT));
    }
}
