package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rips in which nothing goes wrong. */
@Tag("unit")
final class HappyPathTest {
    private static final int MIB = TestImage.MIB;

    private static PolicyChoice fixed(long chunkBytes) {
        return new PolicyChoice(
                PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.FIXED, chunkBytes);
    }

    private static PolicyChoice p95(long chunkBytes) {
        return new PolicyChoice(
                PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.P95, chunkBytes);
    }

    record Case(PolicyChoice policy, int bytes) {}

    static Stream<Case> everyPolicyAndSize() {
        return Stream.concat(Stream.of(fixed(2L * MIB), p95(4L * MIB)), TestPolicies.all())
                .flatMap(policy ->
                        IntStream.of(
                                        1,
                                        2048,
                                        2049,
                                        MIB - 2048,
                                        MIB,
                                        MIB + 1024,
                                        4 * MIB,
                                        4 * MIB + 2048,
                                        9 * MIB + 1024)
                                .mapToObj(bytes -> new Case(policy, bytes)));
    }

    @ParameterizedTest
    @MethodSource
    void everyPolicyAndSize(Case rip) {
        var left =
                Bench.with(bench -> {
                    bench.image = TestImage.random(5, rip.bytes());
                    bench.policy = rip.policy();
                    bench.hashes = Set.of(HashAlgorithm.values());
                    bench.storage.device().rate(20L * MIB);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.durable()).isTrue();
                    assertThat(verdict.hashes()).hasSize(4);
                    assertThat(verdict.file()).isEqualTo(Bench.FOLDER + "/disc.iso");
                    bench.files("disc").assertComplete();
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                    assertThat(bench.discs).allMatch(MemorySource::isClosed);
                });
        assertThat(left).isEmpty();
    }

    @Test
    void endsInTheOrderThatSurvivesACut() {
        var _ =
                Bench.with(bench -> {
                    var _ = bench.rip();
                    var paths = bench.files().paths();
                    List<String> calls =
                            bench.storage.trace().stream().map(HappyPathTest::text).toList();
                    int from = calls.lastIndexOf("SYNC_DATA " + paths.part());
                    List<String> end =
                            calls.subList(from, calls.size()).stream()
                                    .filter(call -> !call.startsWith("WRITE "))
                                    .toList();
                    assertThat(end)
                            .containsExactly(
                                    "SYNC_DATA " + paths.part(),
                                    "LOOK_UP " + paths.part(),
                                    "OPEN " + paths.map() + ".tmp",
                                    "SYNC " + paths.map() + ".tmp",
                                    "CLOSE " + paths.map() + ".tmp",
                                    "RENAME_OVER " + paths.map() + ".tmp",
                                    "SYNC_FOLDER " + Bench.FOLDER,
                                    "FACTS " + paths.part(),
                                    "LOOK_UP " + paths.part(),
                                    "LOOK_UP " + paths.part(),
                                    "RENAME_KEEPING " + paths.part(),
                                    "SYNC_FOLDER " + Bench.FOLDER,
                                    "LOOK_UP " + paths.image(),
                                    "OPEN " + paths.sha256() + ".tmp",
                                    "SYNC " + paths.sha256() + ".tmp",
                                    "CLOSE " + paths.sha256() + ".tmp",
                                    "RENAME_OVER " + paths.sha256() + ".tmp",
                                    "OPEN " + paths.record() + ".tmp",
                                    "SYNC " + paths.record() + ".tmp",
                                    "CLOSE " + paths.record() + ".tmp",
                                    "RENAME_OVER " + paths.record() + ".tmp",
                                    "SYNC_FOLDER " + Bench.FOLDER,
                                    "CLOSE " + paths.part());
                });
    }

    /** It changes nothing where the size is right, but the founding system did it. */
    @Test
    void aClassicRipIsGivenItsSizeInAnyCase() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = fixed(MIB);
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    String part = bench.files().paths().part();
                    List<String> calls =
                            bench.storage.trace().stream().map(HappyPathTest::text).toList();
                    int sized = calls.lastIndexOf("TRUNCATE " + part);
                    assertThat(sized).isGreaterThan(calls.lastIndexOf("WRITE " + part));
                    assertThat(calls.get(sized + 1)).isEqualTo("SYNC_DATA " + part);
                });
    }

    /** What was not read at the end was not written either: the size is given, and synced. */
    @Test
    void aFileWithoutItsEndGetsItsSizeBeforeItsName() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    bench.script = "speed 20M\nbad 2040 8";
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    var paths = bench.files().paths();
                    List<String> calls =
                            bench.storage.trace().stream().map(HappyPathTest::text).toList();
                    int sized = calls.lastIndexOf("TRUNCATE " + paths.part());
                    assertThat(sized).isGreaterThan(calls.indexOf("SYNC_DATA " + paths.part()));
                    assertThat(calls.get(sized + 1)).isEqualTo("SYNC_DATA " + paths.part());
                    assertThat(calls.indexOf("RENAME_KEEPING " + paths.part()))
                            .isGreaterThan(sized);
                    assertThat(bench.storage.insight().durableContent(paths.image()))
                            .hasSize(4 * MIB);
                });
    }

    private static String text(TraceEntry call) {
        return call.kind() + " " + call.path();
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void everyFileCallIsMadeByTheRoleThatOwnsIt(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 4 * MIB + 2048, "SIMULATED");
                    bench.storage.volume().directAlign(4096);
                    var _ = bench.rip();
                    for (TraceEntry call : bench.storage.trace()) {
                        assertThat(owners(call)).as("%s", call).contains(call.role());
                    }
                });
    }

    private static List<String> owners(TraceEntry call) {
        boolean isPart = call.path().endsWith(".part");
        return switch (call.kind()) {
            case KICK, AWAIT, WRITE_AND_WAIT, DROP, CACHED_BYTES -> List.of("flusher");
            case WRITE, WRITE_UNCACHED -> List.of(isPart ? "writer" : "syncer");
            // The mechanism datasync confirms by it; barriers are the syncer's.
            case SYNC_DATA -> List.of("flusher", "syncer");
            default -> List.of("syncer");
        };
    }

    @Test
    void aClassicRipOfFourChunksKicksFourTimes() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = fixed(MIB);
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    var _ = bench.rip();
                    assertThat(bench.storage.trace(CallKind.KICK)).hasSize(4);
                    assertThat(bench.storage.trace(CallKind.SYNC_DATA))
                            .allMatch(call -> call.role().equals("syncer"));
                });
    }

    @Test
    void aSecondDiscOfTheSameLabelGetsItsOwnName() {
        var _ =
                Bench.with(bench -> {
                    byte[] first = bench.image;
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.image = TestImage.iso(9, MIB, "SIMULATED");
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files("SIMULATED-2").assertComplete();
                    bench.files().assertImage(first);
                    assertThat(bench.rip(ResumeMode.RESTART).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files("SIMULATED-3").assertComplete();
                });
    }

    @Test
    void aRingOfFourBuffersIsEnough() {
        var _ =
                Bench.with(bench -> {
                    bench.ringBytes = java.util.OptionalLong.of(1);
                    bench.image = TestImage.iso(3, 9 * MIB, "SIMULATED");
                    bench.storage.cost(CallKind.WRITE, java.time.Duration.ofMillis(70));
                    var verdict = bench.rip();
                    bench.files().assertComplete();
                    assertThat(verdict.readerWaitSeconds()).isPositive();
                    assertThat(verdict.stalledSeconds().get(dev.spindle.timeline.Side.STORAGE))
                            .isPositive();
                });
    }
}
