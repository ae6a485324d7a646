package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.CallResult;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A pipeline on scripted storage under one baton, and a writer to drive it. */
final class WritebackRig {
    static final int MIB = 1 << 20;
    static final String FILE = "/out/disc.iso.part";

    /** Of a file that nobody asks for its facts, which would be a call in the trace. */
    private static final FileFacts FACTS =
            new FileFacts(FileFacts.Kind.REGULAR, 0, "8:1", 12, 1, 0, 0);

    private static final long SEEDS = 8;
    private static final Set<CallKind> FLUSHING =
            EnumSet.of(
                    CallKind.KICK,
                    CallKind.AWAIT,
                    CallKind.WRITE_AND_WAIT,
                    CallKind.DROP,
                    CallKind.SYNC_DATA);
    private static final int PAGE = 4096;

    /** Whoever writes 1 MiB writes another part of it at each place. */
    private static final ByteBuffer CONTENT = content();

    final BatonConcurrency baton;
    final ScriptedStorage storage;
    final StorageFile file;
    final RangeLedger ledger;
    final DeviceBudgets budgets;
    final RoleWorker flusher;
    final RoleWorker syncer;
    final StopToken giveUp = new StopToken();
    final List<ByteRange> confirmedChunks = new ArrayList<>();
    private final RoleWorker writer;

    /** What the destination is taken for. */
    FileSystemKind kind = FileSystemKind.ofType(0xEF53);

    /** Opened by {@link #openSteady}; until then everything goes through one description. */
    private @Nullable OutputFiles files;

    private @Nullable Pipeline pipeline;

    private static ByteBuffer content() {
        byte[] random = new byte[8 * MIB];
        new Random(1).nextBytes(random);
        var aligned = ByteBuffer.allocateDirect(8 * MIB + PAGE).alignedSlice(PAGE);
        return aligned.put(0, random).limit(8 * MIB);
    }

    /** What is written at this position; aligned in memory where the position is. */
    private static ByteBuffer contentAt(long startBytes, int lengthBytes) {
        int shift = Math.toIntExact(startBytes / PAGE * 37 % 1021 * PAGE);
        return CONTENT.slice(shift + Math.toIntExact(startBytes % PAGE), lengthBytes);
    }

    private WritebackRig(long seed) throws OsException {
        baton = new BatonConcurrency(seed, Duration.ofHours(10));
        storage = new ScriptedStorage(baton);
        storage.insight().folder("/out");
        file = storage.open(FILE, How.CREATE);
        budgets = new DeviceBudgets(baton);
        ledger = new RangeLedger(baton, new RangeSet());
        flusher = new RoleWorker(baton, "flusher");
        syncer = new RoleWorker(baton, "syncer");
        writer = new RoleWorker(baton, "writer");
    }

    /** What happens under one interleaving. */
    @FunctionalInterface
    interface Scenario {
        void run(WritebackRig rig) throws IOException;
    }

    /** Plays the scenario under several interleavings; a failure tells which. */
    static void underEachSeed(Scenario scenario) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            underSeed(seed, scenario);
        }
    }

    static void underSeed(long seed, Scenario scenario) {
        try {
            var rig = new WritebackRig(seed);
            var _ =
                    rig.baton.run(() -> {
                        try {
                            scenario.run(rig);
                        } catch (IOException problem) {
                            throw new UncheckedIOException(problem);
                        }
                    });
        } catch (IOException | RuntimeException | AssertionError problem) {
            throw new AssertionError("with seed " + seed + ": " + problem.getMessage(), problem);
        }
    }

    static ByteRange mib(long start, long end) {
        return new ByteRange(start * MIB, end * MIB);
    }

    void openFixed(long chunkMib) {
        open(new PolicyChoice(Policy.CLASSIC, Controller.FIXED, chunkMib * MIB));
    }

    /** A steady pipeline with descriptions of its own. */
    void openSteady(PolicyChoice choice) throws IOException {
        files =
                new OutputFiles(
                        file,
                        storage.open(FILE, How.READ_WRITE),
                        Optional.of(storage.open(FILE, How.DIRECT)),
                        file.facts());
        open(choice);
    }

    OutputFiles files() {
        return files == null ? OutputFiles.single(file, FACTS) : files;
    }

    void openP95(long chunkBytes) {
        open(new PolicyChoice(Policy.CLASSIC, Controller.P95, chunkBytes));
    }

    void open(PolicyChoice choice) {
        pipeline =
                Pipelines.open(
                        choice,
                        files(),
                        kind,
                        new PipelineParts(
                                baton,
                                flusher,
                                ledger,
                                (chunk, _) -> confirmedChunks.add(chunk),
                                budgets,
                                ScriptedFacts.ofOneGiB().memoryLimits(),
                                giveUp));
    }

    void open(ChunkController controller) {
        var policy = new ClassicPolicy(calls(), controller, (_, _) -> {}, false, 0);
        pipeline = new FilePipeline(file, ledger, policy, 0);
    }

    FlusherCalls calls() {
        return new FlusherCalls(baton, flusher, file, ledger, giveUp);
    }

    Pipeline pipeline() {
        if (pipeline == null) {
            throw new IllegalStateException("not opened");
        }
        return pipeline;
    }

    /** Writes 1 MiB at a time. */
    void writeMib(long start, long end) throws IOException {
        for (long at = start; at < end; at++) {
            write(at * MIB, MIB);
        }
    }

    void write(long startBytes, int lengthBytes) throws IOException {
        onWriter(lease -> pipeline().write(contentAt(startBytes, lengthBytes), startBytes, lease));
    }

    /** Whether the device holds what {@link #write} wrote there. */
    void assertOnDevice(long startBytes, int lengthBytes) {
        byte[] expected = new byte[lengthBytes];
        contentAt(startBytes, lengthBytes).get(expected);
        byte[] device = storage.insight().deviceContent(FILE);
        int from = Math.toIntExact(startBytes);
        assertThat(device).hasSizeGreaterThanOrEqualTo(from + lengthBytes);
        int differs = Arrays.mismatch(device, from, from + lengthBytes, expected, 0, lengthBytes);
        assertThat(differs).as("first difference behind byte %d", startBytes).isEqualTo(-1);
    }

    /** The same for what was written 1 MiB at a time. */
    void assertMibOnDevice(long start, long end) {
        for (long at = start; at < end; at++) {
            assertOnDevice(at * MIB, MIB);
        }
    }

    void finish() throws IOException {
        onWriter(lease -> pipeline().finish(lease));
    }

    private interface Step {
        void run(RoleWorker.Lease lease) throws IOException;
    }

    private void onWriter(Step step) throws IOException {
        value(
                writer.call(
                        lease -> {
                            step.run(lease);
                            return true;
                        },
                        Deadline.never(),
                        StopToken.never()));
    }

    /** One barrier on the syncer. */
    boolean barrier() throws IOException {
        return barrier(new Barriers(baton, ledger, (_, _) -> {}));
    }

    boolean barrier(Barriers barriers) throws IOException {
        return value(
                syncer.call(
                        barriers.begin(files(), ledger.status().writtenBytes(), giveUp),
                        Deadline.never(),
                        StopToken.never()));
    }

    static boolean value(CallResult<Boolean> result) throws IOException {
        return switch (result) {
            case CallResult.Returned<Boolean>(Boolean value, _) -> value;
            case CallResult.Failed<Boolean>(IOException problem, _) -> throw problem;
            case CallResult.TimedOut<Boolean> _, CallResult.Stopped<Boolean> _ ->
                    throw new IllegalStateException("not returned");
        };
    }

    void sleep(Duration duration) {
        var _ = baton.gate("sleep").pause(baton.in(duration), StopToken.never());
    }

    /** Does something on a thread of its own after a while. */
    void later(Duration delay, Runnable action) {
        var _ =
                baton.start(
                        "hand",
                        () -> {
                            sleep(delay);
                            action.run();
                        });
    }

    double secondsOf(Scenario step) throws IOException {
        long start = baton.nanoTime();
        step.run(this);
        return (baton.nanoTime() - start) / 1e9;
    }

    /** All ended calls that flush, as {@code KICK 0..8} in MiB, in their order. */
    List<String> flushing() {
        return storage.trace().stream()
                .filter(entry -> FLUSHING.contains(entry.kind()))
                .map(WritebackRig::text)
                .toList();
    }

    static String text(TraceEntry entry) {
        ByteRange range = entry.range();
        return entry.kind() == CallKind.SYNC_DATA
                ? "SYNC_DATA"
                : entry.kind()
                        + " "
                        + range.startBytes() / (double) MIB
                        + ".."
                        + range.endBytes() / (double) MIB;
    }

    static String kick(long start, long end) {
        return call(CallKind.KICK, start, end);
    }

    static String await(long start, long end) {
        return call(CallKind.AWAIT, start, end);
    }

    static String drop(long start, long end) {
        return call(CallKind.DROP, start, end);
    }

    static String call(CallKind kind, long start, long end) {
        return kind + " " + (double) start + ".." + (double) end;
    }
}
