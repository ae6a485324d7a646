package dev.spindle.os;

import dev.spindle.os.FileSystemKind.Family;
import dev.spindle.os.FileSystemKind.Writeback;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The table of {@code f_type} values. Source: linux/magic.h and statfs(2) unless said; Lustre's
 * value is not confirmed from its own source. What stands beside each class tells why
 * sync_file_range may be trusted there or not; "measured" means on Linux 6.18 with cachestat before
 * and after.
 */
final class FileSystemKinds {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /** A FAT directory entry holds the file size in 32 bits. */
    private static final long FAT_LIMIT = 0xFFFF_FFFFL;

    private static final Map<Long, FileSystemKind> BY_TYPE = new FileSystemKinds().all();

    private final Map<Long, FileSystemKind> kinds = new HashMap<>();

    private FileSystemKinds() {
        addDisks();
        addOthersOnDisks();
        addReadOnly();
        addShares();
        addClusters();
        addMemory();
    }

    static FileSystemKind of(long type) {
        FileSystemKind known = BY_TYPE.get(type);
        return known != null ? known : unknown(type);
    }

    /** Nobody knows what it does with a range, so it gets the safe way. */
    private static FileSystemKind unknown(long type) {
        return new FileSystemKind(
                String.format(Locale.ROOT, "unknown (0x%X)", type),
                Family.LOCAL,
                NO_LIMIT,
                Writeback.SYNC_ONLY,
                false,
                false);
    }

    private Map<Long, FileSystemKind> all() {
        return Collections.unmodifiableMap(kinds);
    }

    /**
     * File systems whose files live in the page cache under their own mapping, which is what
     * fs/sync.c acts on. Measured for ext4, XFS and btrfs; the others use the same generic calls
     * (their address_space_operations have writepages). On btrfs with compression a kick marks only
     * some pages as under writeback, so a later wait alone misses pages (btrfs_fdatawrite_range of
     * fs/btrfs/file.c submits twice for that reason): there the three flags together must be used.
     */
    private void addDisks() {
        add(0xEF53, "ext4", Family.LOCAL, Writeback.RANGES);
        add(0x58465342L, "XFS", Family.LOCAL, Writeback.RANGES);
        add(0x9123683EL, "btrfs", Family.LOCAL, Writeback.RANGES);
        add(0xCA451A4EL, "bcachefs", Family.LOCAL, Writeback.RANGES);
        add(0xF2F52010L, "F2FS", Family.LOCAL, Writeback.RANGES);
        add(
                0x4D44L,
                new FileSystemKind("FAT", Family.LOCAL, FAT_LIMIT, Writeback.RANGES, false, true));
        add(0x2011BAB0L, "exFAT", Family.LOCAL, Writeback.RANGES);
        add(0x7366746EL, "NTFS", Family.LOCAL, Writeback.RANGES);
        add(0x482BL, "HFS+", Family.LOCAL, Writeback.RANGES);
        add(0x3153464AL, "JFS", Family.LOCAL, Writeback.RANGES);
        add(0x3434L, "NILFS2", Family.LOCAL, Writeback.RANGES);
        add(0x62646576L, "block device", Family.LOCAL, Writeback.RANGES);
    }

    /**
     * Local, but sync_file_range is not to be trusted. ZFS writes into its own cache, so there is
     * nothing in the page cache to write (OpenZFS module/zfs/zfs_vnops.c, update_pages). A file of
     * overlayfs has an empty mapping of its own: measured, 2048 dirty pages of the file below were
     * still dirty after all three flags (kernel commit 5b910bd615ba). eCryptfs stacks likewise. The
     * old NTFS driver (until Linux 6.8) and UDF were not tried.
     */
    private void addOthersOnDisks() {
        add(0x2FC12FC1L, "ZFS", Family.LOCAL, Writeback.SYNC_ONLY);
        add(0x794C7630L, "overlayfs", Family.LOCAL, Writeback.SYNC_ONLY);
        add(0xF15FL, "eCryptfs", Family.LOCAL, Writeback.SYNC_ONLY);
        add(0x5346544EL, "NTFS", Family.LOCAL, Writeback.SYNC_ONLY);
        add(0x15013346L, "UDF", Family.LOCAL, Writeback.SYNC_ONLY);
    }

    /** Formats without a way to write: a refusal names them. */
    private void addReadOnly() {
        addReadOnly(0x9660L, "ISO 9660");
        addReadOnly(0x73717368L, "squashfs");
        addReadOnly(0xE0F5E1E2L, "EROFS");
    }

    /**
     * Over a network or to another program. NFS sends its writes, but a wait does not wait for the
     * COMMIT (fs/nfs/write.c, nfs_writepages); SMB sends them without a flush of the server; FUSE
     * without writeback_cache has nothing to write, and with it a kick on a congested connection
     * does nothing (fs/fuse/file.c, fuse_writepages). Of the rest nothing is known.
     */
    private void addShares() {
        add(FileSystemKind.NFS_MAGIC, "NFS", Family.NFS, Writeback.SYNC_ONLY);
        addShare(0xFE534D42L, "SMB");
        addShare(0xFF534D42L, "CIFS");
        addShare(0x517BL, "SMB");
        addShare(0x00C36400L, "Ceph");
        addShare(0x5346414FL, "AFS");
        addShare(0x6B414653L, "AFS");
        addShare(0x73757245L, "Coda");
        addShare(0x01021997L, "9P");
        addShare(0x786F4256L, "vboxsf");
        add(0x65735546L, "FUSE", Family.FUSE, Writeback.SYNC_ONLY);
    }

    /** Shared by several machines: not tried, so the safe way. */
    private void addClusters() {
        addShare(0x0BD00BD0L, "Lustre");
        addShare(0x7461636FL, "OCFS2");
        addShare(0x01161970L, "GFS2");
    }

    /** Measured on tmpfs: 0, and nothing; there is no device below (fs/libfs.c, noop_fsync). */
    private void addMemory() {
        add(0x01021994L, "tmpfs", Family.MEMORY, Writeback.NONE);
        add(0x858458F6L, "ramfs", Family.MEMORY, Writeback.NONE);
    }

    private void addShare(long type, String name) {
        add(type, name, Family.NETWORK, Writeback.SYNC_ONLY);
    }

    private void addReadOnly(long type, String name) {
        add(
                type,
                new FileSystemKind(name, Family.LOCAL, NO_LIMIT, Writeback.SYNC_ONLY, true, true));
    }

    private void add(long type, String name, Family family, Writeback writeback) {
        add(type, new FileSystemKind(name, family, NO_LIMIT, writeback, false, true));
    }

    private void add(long type, FileSystemKind kind) {
        if (kinds.put(type, kind) != null) {
            throw new IllegalStateException("twice in the table: " + kind.name());
        }
    }
}
