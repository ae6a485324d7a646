package dev.spindle.probe;

import dev.spindle.os.FileSystemKind;
import dev.spindle.range.RangeSet;
import dev.spindle.run.CallResult;
import dev.spindle.run.Concurrency;
import dev.spindle.run.DurationHistogram;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.Barriers;
import dev.spindle.writeback.OutputFiles;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.PipelineParts;
import dev.spindle.writeback.Pipelines;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.RangeLedger;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One pass: a paced stream by one policy, with the barriers that a rip makes. One owner. */
final class ProbePass {
    private static final Duration TICK = Duration.ofMillis(50);

    /** After a stop a call that does not return is given up this soon, as in a rip. */
    private static final Duration STILL = Duration.ofMillis(500);

    private final ProbeServices services;
    private final Concurrency concurrency;
    private final StopToken stop;

    /** Ends what the pass has started, however it ends itself. */
    private final StopToken over = new StopToken();

    private final RoleWorker writer;
    private final RoleWorker flusher;
    private final RoleWorker syncer;
    private final RangeLedger ledger;
    private final Barriers barriers;
    private final ProbeFile file;
    private final DurationHistogram commits = new DurationHistogram();
    private final SampleBook samples = new SampleBook();
    private long startNanos;
    private long lastCommitNanos;
    private volatile @Nullable PacedWriter paced;

    ProbePass(ProbeServices services, StopToken stop) {
        this.services = services;
        this.concurrency = services.concurrency();
        this.stop = stop;
        this.writer = new RoleWorker(concurrency, "writer");
        this.flusher = new RoleWorker(concurrency, "flusher");
        this.syncer = new RoleWorker(concurrency, "syncer");
        this.ledger = new RangeLedger(concurrency, new RangeSet());
        this.barriers = new Barriers(concurrency, ledger, (_, _) -> {});
        this.file = new ProbeFile(services.storage());
    }

    /** So far; for all threads. */
    long writtenBytes() {
        PacedWriter now = paced;
        return now == null ? 0 : now.writtenBytes();
    }

    /** The course so far; for all threads. */
    ProbeCurve curve(String policy) {
        PacedWriter now = paced;
        return new ProbeCurve(
                policy, samples.samples(), now == null ? List.of() : now.longWrites());
    }

    /** Whether the file could be renamed; once the pass has run. */
    boolean renames() {
        return file.renames();
    }

    /**
     * Runs it.
     *
     * @param prefix absolute path that the file's name begins with
     * @param time no write begins later than this
     * @throws IOException with one sentence for the user
     */
    ProbeMeasure run(
            PolicyChoice choice,
            FileSystemKind kind,
            String prefix,
            long sizeBytes,
            long bytesPerSecond,
            Duration time)
            throws IOException {
        try {
            var files = value(syncer, syncer.submit(s -> file.open(prefix, choice, kind, s)));
            var pipeline = Pipelines.open(choice, files, kind, parts());
            try {
                return measure(
                        files,
                        pipeline,
                        new PacedWriter(
                                concurrency,
                                pipeline,
                                sizeBytes,
                                bytesPerSecond,
                                concurrency.in(time),
                                over));
            } finally {
                pipeline.close();
            }
        } finally {
            end();
        }
    }

    private PipelineParts parts() {
        return new PipelineParts(
                concurrency,
                flusher,
                ledger,
                (_, _) -> {},
                services.budgets(),
                services.system().memoryLimits(),
                over);
    }

    private ProbeMeasure measure(OutputFiles files, Pipeline pipeline, PacedWriter stream)
            throws IOException {
        startNanos = concurrency.nanoTime();
        paced = stream;
        var writing = writer.submit(stream);
        RoleWorker.@Nullable Pending<Boolean> committing = null;
        CallResult<Boolean> seen = writer.await(writing, concurrency.in(TICK), stop);
        while (seen instanceof CallResult.TimedOut) {
            sample();
            if (committing != null && syncer.isDone(committing)) {
                commit(committing);
                committing = null;
            }
            if (committing == null && barriers.isDue(stream.writtenBytes())) {
                committing = syncer.submit(barriers.begin(files, stream.writtenBytes(), over));
            }
            seen = writer.await(writing, concurrency.in(TICK), stop);
        }
        var _ = value(writer, writing);
        if (committing != null) {
            commit(committing);
        }
        commit(syncer.submit(barriers.begin(files, stream.writtenBytes(), over)));
        double durableSeconds = (concurrency.nanoTime() - startNanos) / 1e9;
        return figures(pipeline, stream, durableSeconds);
    }

    /** Waits for a barrier and books its time. */
    private void commit(RoleWorker.Pending<Boolean> committing) throws IOException {
        switch (follow(syncer, committing)) {
            case CallResult.Returned<Boolean>(Boolean good, long nanos) -> {
                if (!good) {
                    throw ledger.status().lastError().orElseGet(ProbeStoppedException::new);
                }
                commits.add(nanos);
                lastCommitNanos = nanos;
            }
            case CallResult.Failed<Boolean>(IOException problem, _) -> throw problem;
            case CallResult.Stopped<Boolean> _, CallResult.TimedOut<Boolean> _ ->
                    throw new ProbeStoppedException();
        }
    }

    private <T> T value(RoleWorker worker, RoleWorker.Pending<T> pending) throws IOException {
        return switch (follow(worker, pending)) {
            case CallResult.Returned<T>(T value, _) -> value;
            case CallResult.Failed<T>(IOException problem, _) -> throw problem;
            case CallResult.Stopped<T> _, CallResult.TimedOut<T> _ ->
                    throw new ProbeStoppedException();
        };
    }

    /** Waits, and goes on taking samples meanwhile. */
    private <T> CallResult<T> follow(RoleWorker worker, RoleWorker.Pending<T> pending) {
        CallResult<T> seen = worker.await(pending, concurrency.in(TICK), stop);
        while (seen instanceof CallResult.TimedOut) {
            sample();
            seen = worker.await(pending, concurrency.in(TICK), stop);
        }
        sample();
        return seen;
    }

    private void sample() {
        if (paced != null) {
            var now = ledger.status();
            samples.take(
                    concurrency.nanoTime() - startNanos,
                    writtenBytes(),
                    Math.max(now.confirmedBytes(), now.durableBytes()));
        }
    }

    private ProbeMeasure figures(Pipeline pipeline, PacedWriter stream, double durableSeconds) {
        long durableNanos = (long) (durableSeconds * 1e9);
        samples.takeAnyhow(durableNanos, stream.writtenBytes(), stream.writtenBytes());
        var status = pipeline.status();
        return new ProbeMeasure(
                status.policy(),
                status.mechanism(),
                status.reason(),
                stream.writtenBytes(),
                stream.writtenNanos() / 1e9,
                durableSeconds,
                stream.stalls().longestNanos() / 1e9,
                stream.stalls().quantileNanos(0.999) / 1e9,
                ledger.status().peakUnconfirmedBytes(),
                (int) commits.count(),
                commits.longestNanos() / 1e9,
                lastCommitNanos / 1e9);
    }

    /** Nothing may use the file when it is closed; what hangs keeps it until the program ends. */
    private void end() {
        over.stop();
        boolean isQuiet =
                joins(writer, _ -> true) && joins(flusher, _ -> true) && joins(syncer, file::close);
        if (!isQuiet) {
            var _ = syncer.abandon();
        }
        writer.close();
        flusher.close();
        syncer.close();
    }

    private boolean joins(RoleWorker worker, RoleWorker.Work<Boolean> last) {
        return worker.call(last, concurrency.in(STILL), StopToken.never())
                instanceof CallResult.Returned;
    }
}
