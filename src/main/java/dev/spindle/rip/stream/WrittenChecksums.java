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
    private final NavigableMap<Long, PieceSums> runs = new TreeMap<>();
    private final RangeSet suspect = new RangeSet();

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
            remember(range, (int) crc.getValue());
            if (isSuspect) {
                suspect.add(range);
            }
        });
    }

    private void remember(ByteRange piece, int sum) {
        var before = runs.lowerEntry(piece.startBytes());
        if (before == null || !before.getValue().append(piece, sum)) {
            runs.put(piece.startBytes(), PieceSums.of(piece, sum));
        }
    }

    /** Every piece that has a byte of this range; what is left of a run keeps its pieces. */
    private void forget(ByteRange range) {
        var first = runs.floorKey(range.startBytes());
        var touched =
                List.copyOf(runs.subMap(first == null ? 0 : first, range.endBytes()).values());
        for (PieceSums run : touched) {
            if (run.range().overlaps(range)) {
                runs.remove(run.range().startBytes());
                run.before(range.startBytes())
                        .ifPresent(left -> runs.put(left.range().startBytes(), left));
                run.from(range.endBytes())
                        .ifPresent(right -> runs.put(right.range().startBytes(), right));
            }
        }
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
        List<PieceSums> all = gate.read(() -> runs.values().stream().map(PieceSums::copy).toList());
        var buffer = ByteBuffer.allocateDirect(Slot.BYTES);
        var missing = new RangeSet();
        long done = 0;
        for (PieceSums run : all) {
            for (int index = 0; index < run.count(); index++) {
                var piece = run.piece(index);
                if (stop.isStopped()) {
                    missing.add(piece);
                    continue;
                }
                syncer.enter(Activity.READING_BACK);
                file.dropCache(piece);
                if (!holds(file, piece, run.sum(index), buffer)) {
                    missing.add(piece);
                }
                done += piece.lengthBytes();
                progress.accept(done);
            }
        }
        return missing;
    }

    private static boolean holds(StorageFile file, ByteRange piece, int sum, ByteBuffer buffer)
            throws IOException {
        buffer.clear().limit((int) piece.lengthBytes());
        while (buffer.hasRemaining()) {
            int got = file.read(buffer, piece.startBytes() + buffer.position());
            if (got <= 0) {
                return false;
            }
            buffer.position(buffer.position() + got);
        }
        var crc = new CRC32C();
        crc.update(buffer.flip());
        return (int) crc.getValue() == sum;
    }
}
