package dev.spindle.rip.stream;

import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * Checksums of what was written, to be compared with what the storage then holds: of all of it once
 * the storage has failed in any way, for then it may have lost more than it told.
 *
 * <p>Symptom: a file that was confirmed, and is zeros in places. Cause: after a failed writeback of
 * new blocks ext4 goes on to call them unwritten; the same pages written again are confirmed, and
 * read as zeros once they leave the cache. Remedy: the lost ranges are discarded before they are
 * written again, and this check says whether that was enough. Way out: what differs is lost again.
 * What was written again is suspect: until the check the map does not claim it.
 *
 * <p>Safe for all threads.
 */
public final class WrittenChecksums {
    private final Gate gate;
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private final RangeSet suspect = new RangeSet();

    private record Entry(ByteRange range, long crc32c) {}

    public WrittenChecksums(Concurrency concurrency) {
        this.gate = concurrency.gate("checksums");
    }

    /** What is not known to be there, although the storage may have confirmed it. */
    public RangeSet unverified() {
        return gate.read(suspect::copy);
    }

    /** All of it was found to be there. */
    public void verified() {
        gate.update(suspect::clear);
    }

    /**
     * The writer has written this.
     *
     * @param isSuspect whether the storage had lost it before
     */
    void written(ByteRange range, ByteBuffer content, boolean isSuspect) {
        var crc = new CRC32C();
        crc.update(content.duplicate());
        gate.update(() -> {
            forget(range);
            entries.put(range.startBytes(), new Entry(range, crc.getValue()));
            if (isSuspect) {
                suspect.add(range);
            }
        });
    }

    private void forget(ByteRange range) {
        var before = entries.lowerEntry(range.startBytes());
        if (before != null && before.getValue().range.overlaps(range)) {
            entries.remove(before.getKey());
        }
        entries.subMap(range.startBytes(), range.endBytes()).clear();
    }

    /**
     * Reads all of it back, past the page cache. For the syncer.
     *
     * @param progress hears how many bytes were read so far
     * @return what the file does not hold as it was written; after a stop also what was not read
     */
    public RangeSet missing(
            StorageFile file, RoleWorker.Lease syncer, StopToken stop, LongConsumer progress)
            throws IOException {
        List<Entry> all = gate.read(() -> new ArrayList<>(entries.values()));
        var buffer = ByteBuffer.allocateDirect(Slot.BYTES);
        var missing = new RangeSet();
        long done = 0;
        for (Entry entry : all) {
            if (stop.isStopped()) {
                missing.add(entry.range);
                continue;
            }
            syncer.enter(Activity.READING_BACK);
            file.dropCache(entry.range);
            if (!holds(file, entry, buffer)) {
                missing.add(entry.range);
            }
            done += entry.range.lengthBytes();
            progress.accept(done);
        }
        return missing;
    }

    private static boolean holds(StorageFile file, Entry entry, ByteBuffer buffer)
            throws IOException {
        buffer.clear().limit((int) entry.range.lengthBytes());
        while (buffer.hasRemaining()) {
            int got = file.read(buffer, entry.range.startBytes() + buffer.position());
            if (got <= 0) {
                return false;
            }
            buffer.position(buffer.position() + got);
        }
        var crc = new CRC32C();
        crc.update(buffer.flip());
        return crc.getValue() == entry.crc32c;
    }
}
