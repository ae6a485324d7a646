package dev.spindle.timeline;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a call to the storage waits for, by the function of the kernel in which its thread sleeps.
 * Names are matched by their beginnings, as they vary with kernel and compiler. Pure.
 */
public enum StorageCause {
    /** Too much waits for the disk, and who writes is made to wait: mm/page-writeback.c. */
    THROTTLED("the system held writers back: too much was waiting for the disk", "balance_dirty"),
    /** fs/jbd2, fs/ext4, fs/xfs/xfs_log.c, fs/btrfs/transaction.c and disk-io.c. */
    JOURNAL(
            "the file system's journal was busy",
            "jbd2_|do_get_write_access|wait_transaction_locked|add_transaction_credits"
                    + "|start_this_handle|xlog_|xfs_log_|btrfs_commit_transaction"
                    + "|btrfs_wait_for_commit|wait_current_trans|wait_log_commit"
                    + "|write_all_supers|barrier_all_devices"),
    /** net/sunrpc/sched.c, fs/nfs, fs/smb/client/transport.c, net/9p. */
    SERVER("the server had not answered", "rpc_|nfs|cifs_|smb2_|wait_for_response|p9_"),
    /** fs/fuse/dev.c. */
    FUSE("the program behind the file system had not answered", "request_wait_answer|fuse_"),
    /** No function tells this, but the counter of the device. */
    OTHERS("the disk was busy with other writes", ""),
    /** block, mm/filemap.c, fs/iomap/direct-io.c: nothing but the device is between. */
    DEVICE(
            "disk throughput",
            "folio_wait_|wait_on_page_|rq_qos_wait|wbt_wait|blk_|blkdev_|__blkdev|submit_bio_wait"
                    + "|bio_await|__iomap_dio|iomap_dio|writeback_|__filemap_|filemap_"
                    + "|btrfs_wait_ordered|btrfs_start_ordered|raid|dm_");

    private final String text;

    /** How names of functions begin, with bars between; empty where none tells of it. */
    private final String beginnings;

    StorageCause(String text, String beginnings) {
        this.text = text;
        this.beginnings = beginnings;
    }

    /** In a few words for people. */
    public String text() {
        return text;
    }

    /**
     * What such a thread waits for; empty where the function says nothing about that.
     *
     * @param channel a function of the kernel
     * @param behind what pages of this file system wait for: {@link #DEVICE}, {@link #SERVER} or
     *     {@link #FUSE}
     */
    public static Optional<StorageCause> of(String channel, StorageCause behind) {
        return Arrays.stream(values())
                .filter(cause -> cause.fits(channel))
                .findFirst()
                .map(cause -> cause == DEVICE ? behind : cause);
    }

    private boolean fits(String channel) {
        return !beginnings.isEmpty()
                && Arrays.stream(beginnings.split("\\|")).anyMatch(channel::startsWith);
    }
}
