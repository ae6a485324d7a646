package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Whether the disc in a drive may be another one than it was, by the number that the kernel gives
 * each disc ({@code diskseq}, kernel documentation, ABI/stable/sysfs-block; since Linux 5.15).
 *
 * <p>A drive says once that its disc may be another one, to whatever command comes next. Anybody
 * may open the device beside us, and then that command is the kernel's own (block/disk-events.c,
 * disk_check_media_change): the number is all that is left of the news. Reading it sends nothing to
 * the drive and never waits for it. Where the kernel has no such number only the drive's own word
 * counts. One thread at a time.
 */
public final class DiskSequence implements AutoCloseable {
    /** Room for 2^64 in decimal digits, and a line's end. */
    private static final int MOST_BYTES = 24;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_BYTES);
    private @Nullable StorageFile attribute;
    private OptionalLong known = OptionalLong.empty();

    /**
     * Remembers the disc that is in now.
     *
     * @param node the canonical path of a block device
     */
    public DiskSequence(Storage storage, String node) {
        String name = node.substring(node.lastIndexOf('/') + 1);
        try {
            attribute = storage.open(Sysfs.attribute(name, "diskseq"), Storage.How.READ);
        } catch (OsException noNumber) {
            attribute = null;
        }
        remember();
    }

    /** From now on the disc that is in is the one that is meant. */
    public void remember() {
        known = now();
    }

    /** Whether the disc may be another one than the remembered. */
    public boolean differs() {
        OptionalLong now = now();
        // A drive that has left has no number; its commands tell that.
        return known.isPresent() && now.isPresent() && known.getAsLong() != now.getAsLong();
    }

    /**
     * What a read came to that ended just now: nothing of another disc counts, be it good or bad.
     * What says something of the drive alone still does.
     */
    public ReadOutcome judged(ReadOutcome outcome) {
        boolean isAboutDisc =
                outcome instanceof ReadOutcome.Good
                        || outcome instanceof ReadOutcome.MediumError
                        || outcome instanceof ReadOutcome.ShortTransfer;
        return isAboutDisc && differs()
                ? new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED)
                : outcome;
    }

    private OptionalLong now() {
        StorageFile file = attribute;
        if (file == null) {
            return OptionalLong.empty();
        }
        try {
            // From its beginning the attribute is made anew at each read (fs/seq_file.c).
            var digits = new byte[Math.max(0, file.read(buffer.clear(), 0))];
            buffer.get(0, digits);
            String text = new String(digits, StandardCharsets.US_ASCII).strip();
            return OptionalLong.of(Long.parseUnsignedLong(text));
        } catch (OsException | NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        StorageFile file = attribute;
        attribute = null;
        if (file != null) {
            try {
                file.close();
            } catch (OsException _) {
                // It was only read: nothing can be lost.
            }
        }
    }
}
