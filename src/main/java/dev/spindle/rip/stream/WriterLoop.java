package dev.spindle.rip.stream;

import dev.spindle.os.OsException;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.RangeLedger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The writer: takes buffers from the ring and gives them to the pipeline. */
public final class WriterLoop implements RoleWorker.Work<Optional<OsException>> {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    private final Concurrency concurrency;
    private final Ring ring;
    private final Pipeline pipeline;
    private final MapKeeper maps;
    private final RangeLedger ledger;
    private final WrittenChecksums checksums;
    private final FilledRanges filled;
    private final StopToken stop;
    private final boolean renewed;
    private long takenBytes;
    private volatile long publishedTakenBytes;
    private long repeatedWrites;

    /** So many of the next buffers get a call of their own: one for all of them has failed. */
    private int singles;

    private volatile long publishedRepeatedWrites;
    private volatile @Nullable OsException ending;

    /**
     * A writer.
     *
     * @param stop ends its waits, and so gives up what is in the ring
     * @param renewed whether the file is opened anew where its handle is dead
     */
    public WriterLoop(
            Concurrency concurrency,
            Ring ring,
            Pipeline pipeline,
            MapKeeper maps,
            RangeLedger ledger,
            StopToken stop,
            boolean renewed) {
        this.renewed = renewed;
        this.concurrency = concurrency;
        this.ring = ring;
        this.pipeline = pipeline;
        this.maps = maps;
        this.ledger = ledger;
        this.checksums = new WrittenChecksums(concurrency);
        this.filled = new FilledRanges(concurrency);
        this.stop = stop;
    }

    /** What was written, and what of it the storage had lost before. */
    public WrittenChecksums checksums() {
        return checksums;
    }

    /** Where it has written a pattern in place of content. */
    public FilledRanges filled() {
        return filled;
    }

    /** Bytes that write calls have taken so far. Safe for all threads. */
    public long takenBytes() {
        return publishedTakenBytes;
    }

    /** How often a write that had failed was tried again. Safe for all threads. */
    public long repeatedWrites() {
        return publishedRepeatedWrites;
    }

    /** Has it give up before its next buffer, as if a write had failed so. Safe for all threads. */
    public void endWith(OsException problem) {
        ending = problem;
    }

    /**
     * Writes until the ring is closed and empty.
     *
     * @return what made it give up: a write that failed for good
     */
    @Override
    public Optional<OsException> run(RoleWorker.Lease lease) throws IOException {
        ending = null;
        while (!stop.isStopped()) {
            if (!ring.hasDataToWrite()) {
                lease.enter(Activity.WAITING_FOR_DATA);
            }
            var slots = ring.nextToWrite(stop, singles > 0 ? 0 : pipeline.mostBytes());
            if (slots.isEmpty()) {
                break;
            }
            singles = Math.max(0, singles - 1);
            var failure = Optional.ofNullable(ending);
            if (failure.isEmpty()) {
                failure = write(slots, lease);
            }
            if (failure.isPresent()) {
                slots.forEach(slot -> maps.lost(RangeSet.of(slot.range())));
                ring.written(slots);
                return failure;
            }
            boolean isPutBack = slots.size() > 1 && singles > 0;
            if (isPutBack) {
                continue;
            }
            ring.written(slots);
            ring.forget(ledger::isConfirmed);
        }
        if (!stop.isStopped()) {
            pipeline.finish(lease);
        }
        return Optional.empty();
    }

    /**
     * With one call. Where that fails, all go back to the ring and come again one by one: then only
     * what fails by itself is lost.
     */
    private Optional<OsException> write(List<Slot> slots, RoleWorker.Lease lease)
            throws IOException {
        if (slots.size() == 1) {
            return write(slots.getFirst(), lease);
        }
        try {
            writeOnce(slots, lease);
        } catch (OsException problem) {
            if (stop.isStopped() || ending != null) {
                return Optional.of(Objects.requireNonNullElse(ending, problem));
            }
            LOG.debug("one call for {} buffers failed: {}", slots.size(), problem.getMessage());
            ring.putBack(slots);
            singles = slots.size();
            repeated();
        }
        return Optional.empty();
    }

    private void repeated() {
        repeatedWrites++;
        publishedRepeatedWrites = repeatedWrites;
    }

    private void writeOnce(List<Slot> slots, RoleWorker.Lease lease) throws IOException {
        slots.forEach(filled::writeBegins);
        pipeline.write(
                slots.stream().map(Slot::content).toList(),
                slots.getFirst().positionBytes(),
                lease);
        slots.forEach(this::written);
    }

    private Optional<OsException> write(Slot slot, RoleWorker.Lease lease) throws IOException {
        int attempts = 0;
        int awayAttempts = 0;
        while (true) {
            try {
                writeOnce(List.of(slot), lease);
                return Optional.empty();
            } catch (OsException problem) {
                // What comes behind a time in which the server was away has tries of its own.
                int attempt = problem.errno().meansAway() ? ++awayAttempts : ++attempts;
                Optional<Duration> pause = WriteRetry.pause(attempt, problem.errno(), renewed);
                if (pause.isEmpty() || stop.isStopped()) {
                    return Optional.of(problem);
                }
                repeated();
                lease.enter(Activity.WAITING_FOR_FLUSHER);
                concurrency.gate("write retry").pause(concurrency.in(pause.get()), stop);
                if (stop.isStopped() || ending != null) {
                    return Optional.of(Objects.requireNonNullElse(ending, problem));
                }
            }
        }
    }

    private void written(Slot slot) {
        filled.written(slot);
        takenBytes += slot.range().lengthBytes();
        publishedTakenBytes = takenBytes;
        checksums.written(slot.range(), slot.content(), ledger.wasLost(slot.range()));
    }
}
