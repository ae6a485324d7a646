package dev.spindle.os;

/**
 * A kind of file system, as far as writing an image depends on it.
 *
 * @param name as people call it: {@code ext4}, {@code NFS}
 * @param family which treatment and badge it gets
 * @param maxFileBytes largest file it can hold, {@link Long#MAX_VALUE} where that is beyond any
 *     disc
 */
public record FileSystemKind(String name, Family family, long maxFileBytes) {
    /** What the badge reads. */
    public enum Family {
        LOCAL,
        NFS,
        NETWORK,
        FUSE,
        MEMORY
    }

    /** What syncing ranges of a file does there. */
    public enum Writeback {
        RANGES,
        SYNC_ONLY,
        NONE
    }

    public boolean isKnown() {
        return !name.startsWith("unknown");
    }

    public Writeback writeback() {
        return switch (family) {
            case LOCAL ->
                    isKnown() && !name.equals("overlayfs") && !name.equals("ZFS")
                            ? Writeback.RANGES
                            : Writeback.SYNC_ONLY;
            case MEMORY -> Writeback.NONE;
            case NFS, NETWORK, FUSE -> Writeback.SYNC_ONLY;
        };
    }

    /** {@code NFS_SUPER_MAGIC} of linux/magic.h. */
    public static final long NFS_MAGIC = 0x6969;

    /** The kind behind an {@code f_type}; unknown ones count as local and are called so. */
    public static FileSystemKind ofType(long type) {
        return FileSystemKinds.of(type & 0xFFFFFFFFL);
    }
}
