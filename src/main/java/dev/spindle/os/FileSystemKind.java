package dev.spindle.os;

import java.util.Optional;

/**
 * A kind of file system, as far as writing an image depends on it.
 *
 * @param name as people call it: {@code ext4}, {@code NFS 4.2}, {@code FUSE (sshfs)}
 * @param family which treatment and badge it gets
 * @param maxFileBytes largest file it can hold, {@link Long#MAX_VALUE} where that is beyond any
 *     disc
 * @param writeback what sync_file_range does there
 * @param isReadOnly whether it can never be written, however it is mounted
 * @param isKnown whether the table has it; unknown kinds get the safe way
 */
public record FileSystemKind(
        String name,
        Family family,
        long maxFileBytes,
        Writeback writeback,
        boolean isReadOnly,
        boolean isKnown) {
    /** What the badge reads. */
    public enum Family {
        LOCAL,
        NFS,
        NETWORK,
        FUSE,
        MEMORY
    }

    /**
     * What becomes of a range whose writeback is asked for with sync_file_range. Never a promise of
     * durability: it writes no metadata and does not flush the device (sync_file_range(2)).
     */
    public enum Writeback {
        /** It does what it says: the range is on its way, and a wait waits for it. */
        RANGES,
        /**
         * It answers 0 and may have done nothing, or waits for less than it says: only fdatasync
         * and fsync do.
         */
        SYNC_ONLY,
        /** There is nothing below that anything could be written back to. */
        NONE
    }

    /** {@code NFS_SUPER_MAGIC} of linux/magic.h. */
    public static final long NFS_MAGIC = 0x6969;

    /** The kind behind an {@code f_type}; unknown ones count as local and are called so. */
    public static FileSystemKind ofType(long type) {
        return FileSystemKinds.of(type & 0xFFFFFFFFL);
    }

    /** The same, with the name that the mount gives it. */
    public static FileSystemKind of(long type, Optional<MountFacts> mount) {
        FileSystemKind kind = ofType(type);
        return mount.map(facts -> kind.named(MountedName.of(kind, facts))).orElse(kind);
    }

    /**
     * Whether a file may have parts that were never written: FAT and exFAT write zeros up to the
     * place of each write (Documentation/filesystems/vfat.rst; fs/exfat/inode.c).
     */
    public boolean hasGaps() {
        return !name.startsWith("FAT") && !name.startsWith("exFAT");
    }

    private FileSystemKind named(String newName) {
        return new FileSystemKind(newName, family, maxFileBytes, writeback, isReadOnly, isKnown);
    }
}
