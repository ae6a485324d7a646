package dev.spindle.probe;

import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.DurationHistogram;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.Pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a stream that comes at a pace, as a drive would send it: what is late is written at once.
 * Work for the writer; the counts may be read by all.
 */
final class PacedWriter implements RoleWorker.Work<Boolean> {
    /** Enough for every device's O_DIRECT. */
    private static final int ALIGN_BYTES = 4096;

    private static final long NO_WRITE = Long.MIN_VALUE;

    /** A write this long under way is told of before it has returned. */
    private static final long LONG_NANOS = Duration.ofMillis(250).toNanos();

    private final Concurrency concurrency;
    private final Pipeline pipeline;
    private final long sizeBytes;
    private final long bytesPerSecond;
    private final Deadline end;
    private final StopToken stop;
    private final Gate gate;
    private final ByteBuffer content = noise();
    private final DurationHistogram stalls = new DurationHistogram();
    private volatile long writtenBytes;
    private volatile long writtenNanos;
    private final LongWrites longWrites = new LongWrites();
    private volatile long startedNanos;

    /** When the write under way began; none where it is {@link #NO_WRITE}. */
    private volatile long writingSinceNanos = NO_WRITE;

    /**
     * A writer that begins when it is run.
     *
     * @param end no write begins after it
     */
    PacedWriter(
            Concurrency concurrency,
            Pipeline pipeline,
            long sizeBytes,
            long bytesPerSecond,
            Deadline end,
            StopToken stop) {
        this.concurrency = concurrency;
        this.pipeline = pipeline;
        this.sizeBytes = sizeBytes;
        this.bytesPerSecond = bytesPerSecond;
        this.end = end;
        this.stop = stop;
        this.gate = concurrency.gate("pace");
    }

    /** Bytes that no file system can compress, always the same. */
    private static ByteBuffer noise() {
        var bytes = new byte[Pipeline.MAX_WRITE_BYTES];
        new SplittableRandom(ALIGN_BYTES).nextBytes(bytes);
        return ByteBuffer.allocateDirect(bytes.length + ALIGN_BYTES)
                .alignedSlice(ALIGN_BYTES)
                .slice(0, bytes.length)
                .put(bytes)
                .clear();
    }

    /** Whether all was written; false after a stop. */
    @Override
    public Boolean run(RoleWorker.Lease writer) throws IOException {
        long startNanos = concurrency.nanoTime();
        startedNanos = startNanos;
        long atBytes = 0;
        while (atBytes < sizeBytes && !end.hasPassed(concurrency.nanoTime())) {
            writer.enter(Activity.WAITING_FOR_DATA);
            long dueNanos = startNanos + (long) (atBytes * 1e9 / bytesPerSecond);
            if (gate.pause(Deadline.at(dueNanos), stop) == Gate.Outcome.STOPPED) {
                return false;
            }
            int length = (int) Math.min(content.capacity(), sizeBytes - atBytes);
            long beginNanos = concurrency.nanoTime();
            writingSinceNanos = beginNanos;
            pipeline.write(content.duplicate().limit(length), atBytes, writer);
            long nanos = concurrency.nanoTime() - beginNanos;
            stalls.add(nanos);
            longWrites.add(beginNanos - startNanos, nanos);
            writingSinceNanos = NO_WRITE;
            atBytes += length;
            writtenBytes = atBytes;
        }
        writtenNanos = concurrency.nanoTime() - startNanos;
        pipeline.finish(writer);
        return true;
    }

    long writtenBytes() {
        return writtenBytes;
    }

    /** How long the writing took; once it has returned. */
    long writtenNanos() {
        return writtenNanos;
    }

    /** The long writes so far, one that has not returned among them; for all threads. */
    List<ProbeStall> longWrites() {
        long since = writingSinceNanos;
        long nanos = concurrency.nanoTime() - since;
        if (since == NO_WRITE || nanos < LONG_NANOS) {
            return longWrites.stalls();
        }
        var all = new ArrayList<>(longWrites.stalls());
        all.add(new ProbeStall((since - startedNanos) / 1e9, nanos / 1e9));
        return all;
    }

    /** How long each write took; once it has returned. */
    DurationHistogram stalls() {
        return stalls;
    }
}
