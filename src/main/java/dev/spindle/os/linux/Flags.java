package dev.spindle.os.linux;

/** Constants of the kernel that are the same on x86-64 and aarch64, each with its header. */
final class Flags {
    /** linux/fcntl.h. */
    static final int AT_FDCWD = -100;

    /** linux/fcntl.h. */
    static final int AT_EMPTY_PATH = 0x1000;

    /** asm-generic/fcntl.h. */
    static final int LOCK_EX = 2;

    /** asm-generic/fcntl.h. */
    static final int LOCK_NB = 4;

    /** linux/fs.h. */
    static final int SYNC_FILE_RANGE_WAIT_BEFORE = 1;

    /** linux/fs.h. */
    static final int SYNC_FILE_RANGE_WRITE = 2;

    /** linux/fs.h. */
    static final int SYNC_FILE_RANGE_WAIT_AFTER = 4;

    /** linux/fs.h, RENAME_NOREPLACE. */
    static final int RENAME_NOREPLACE = 1;

    /** linux/fs.h. */
    static final int RWF_DONTCACHE = 0x80;

    /** linux/fs.h: {@code _IOR(0x12, 114, size_t)}. A long, since it is unsigned. */
    static final long BLKGETSIZE64 = 0x80081272L;

    /** scsi/sg.h. */
    static final long SG_IO = 0x2285;

    /** linux/cdrom.h. */
    static final long CDROM_SELECT_SPEED = 0x5322;

    /** linux/fadvise.h; s390 alone differs. */
    static final int POSIX_FADV_DONTNEED = 4;

    /** linux/falloc.h. */
    static final int FALLOC_FL_KEEP_SIZE = 1;

    /** linux/falloc.h. */
    static final int FALLOC_FL_PUNCH_HOLE = 2;

    /** linux/stat.h. */
    static final int STATX_BASIC_STATS = 0x7ff;

    /** linux/stat.h, since Linux 5.8. */
    static final int STATX_MNT_ID = 0x1000;

    /** linux/stat.h, since Linux 6.1. */
    static final int STATX_DIOALIGN = 0x2000;

    /** linux/stat.h: the bits of a mode that say what a file is. */
    static final int S_IFMT = 0xF000;

    /** linux/stat.h. */
    static final int S_IFDIR = 0x4000;

    /** linux/stat.h. */
    static final int S_IFBLK = 0x6000;

    /** linux/stat.h. */
    static final int S_IFREG = 0x8000;

    /** linux/statfs.h of the kernel, bits/statvfs.h of glibc. */
    static final int ST_RDONLY = 1;

    /** asm-generic/resource.h. */
    static final int RLIMIT_FSIZE = 1;

    /** linux/time.h. */
    static final int CLOCK_PROCESS_CPUTIME_ID = 2;

    /** asm-generic/unistd.h, and asm/unistd_64.h on x86-64; since Linux 6.5. */
    static final long SYS_CACHESTAT = 451;

    /** linux/fs.h, MAX_RW_COUNT: what one read or write moves at most. */
    static final int MAX_RW_COUNT = 0x7ffff000;

    private Flags() {}
}
