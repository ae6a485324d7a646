package dev.spindle.drive.linux;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * A drive's sectors by its block device: the kernel sends commands of its own, and repeats what
 * fails (drivers/scsi/sr.c, SR_RETRIES). Past the page cache, which would read ahead into damage.
 * Opened when it is first used. One thread at a time.
 */
final class BlockReads {
    private final Storage storage;
    private @Nullable StorageFile file;
    private boolean isRefused;

    BlockReads(Storage storage) {
        this.storage = storage;
    }

    /** Whether nothing speaks against it so far. */
    boolean isPossible() {
        return !isRefused;
    }

    /**
     * Reads whole sectors into a direct buffer, which is aligned to them, from its position on.
     *
     * @param node absolute path of the block device; the same until {@link #close}
     * @return what came of it; where the device can't be opened or read so, it is a failed read,
     *     and the last one
     */
    ReadOutcome read(String node, long lba, int sectors, ByteBuffer into) {
        int wanted = sectors * Drive.SECTOR_BYTES;
        try {
            StorageFile open = file;
            if (open == null) {
                open = storage.open(node, Storage.How.READ_DIRECT);
                file = open;
            }
            int came = open.read(into.slice(into.position(), wanted), lba * Drive.SECTOR_BYTES);
            return came == wanted
                    ? new ReadOutcome.Good(came)
                    : new ReadOutcome.ShortTransfer(Math.max(0, came));
        } catch (OsException problem) {
            return outcome(problem);
        }
    }

    /** As the block layer answers (Linux block/blk-core.c, blk_errors). */
    private ReadOutcome outcome(OsException problem) {
        switch (problem.errno()) {
            case EIO, ENODATA -> {}
            case ENOMEDIUM -> {
                return Sense.NO_MEDIUM.asOutcome();
            }
            case ENXIO, ENODEV -> {
                return new ReadOutcome.Gone("the drive is not connected any more");
            }
            default -> isRefused = true;
        }
        return Sense.UNRECOVERED_READ_ERROR.asOutcome();
    }

    /** It can't be relied on. */
    void refuse() {
        isRefused = true;
    }

    /** Closes what is open; it is opened again when it is used again. */
    void close() {
        StorageFile open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (OsException _) {
                // It was only read: nothing can be lost.
            }
        }
    }
}
