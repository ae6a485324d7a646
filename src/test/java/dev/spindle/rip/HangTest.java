package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** Calls that hang for ever: a stop ends the rip within a second, and nothing is lost by it. */
@Tag("unit")
final class HangTest {
    private static final int MIB = TestImage.MIB;

    /** A second is promised; a real machine, and a busy one more so, has things to do besides. */
    private static final Duration PROMISED = Duration.ofMillis(780);

    private static void classic(Bench bench) {
        bench.policy =
                new PolicyChoice(PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.FIXED, MIB);
        bench.image = TestImage.iso(7, 6 * MIB, "SIMULATED");
        bench.script = "speed 2M";
    }

    /** Each kind of call hangs for ever from a moment on at which it is sure to be made again. */
    @ParameterizedTest
    @EnumSource(
            value = CallKind.class,
            names = {
                "OPEN",
                "WRITE",
                "READ",
                "KICK",
                "AWAIT",
                "DROP",
                "FSTATFS",
                "TRUNCATE",
                "SYNC_DATA",
                "SYNC",
                "LOCK",
                "CLOSE",
                "FACTS",
                "LOOK_UP",
                "FILE_SYSTEM",
                "RENAME_KEEPING",
                "RENAME_OVER",
                "SYNC_FOLDER"
            })
    void aStopEndsARipWhoseStorageHangs(CallKind kind) {
        for (long seed = 1; seed <= 4; seed++) {
            long nth = seed;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                classic(bench);
                                bench.storage.on(kind).from(nth).hangForEver();
                                var rip = bench.start();
                                bench.sleep(Duration.ofSeconds(20));
                                assertStops(bench, rip);
                            });
        }
    }

    record Hanging(PolicyChoice policy, CallKind kind) {}

    private static Stream<Hanging> hanging(PolicyChoice policy, CallKind... kinds) {
        return Arrays.stream(kinds).map(kind -> new Hanging(policy, kind));
    }

    /** What steady calls, by mechanism; with O_DIRECT the odd tail goes through the cache. */
    static Stream<Hanging> steadyCalls() {
        return Stream.of(
                        hanging(
                                TestPolicies.steady(Mechanism.DIRECT),
                                CallKind.WRITE,
                                CallKind.WRITE_AND_WAIT,
                                CallKind.DROP,
                                CallKind.SYNC_DATA),
                        hanging(
                                TestPolicies.auto(),
                                CallKind.OPEN,
                                CallKind.FACTS,
                                CallKind.WRITE,
                                CallKind.SYNC_DATA,
                                CallKind.TRUNCATE,
                                CallKind.RENAME_KEEPING),
                        hanging(
                                TestPolicies.steady(Mechanism.DONTCACHE),
                                CallKind.WRITE_UNCACHED,
                                CallKind.WRITE_AND_WAIT,
                                CallKind.CACHED_BYTES,
                                CallKind.DISCARD,
                                CallKind.SYNC_DATA),
                        hanging(
                                TestPolicies.steady(Mechanism.RANGE),
                                CallKind.WRITE,
                                CallKind.KICK,
                                CallKind.WRITE_AND_WAIT,
                                CallKind.CACHED_BYTES,
                                CallKind.DROP,
                                CallKind.DISCARD,
                                CallKind.SYNC_DATA),
                        hanging(
                                TestPolicies.steady(Mechanism.DATASYNC),
                                CallKind.WRITE,
                                CallKind.DROP,
                                CallKind.DISCARD,
                                CallKind.SYNC_DATA))
                .flatMap(calls -> calls);
    }

    @ParameterizedTest
    @MethodSource("steadyCalls")
    void aStopEndsASteadyRipWhoseStorageHangs(Hanging hanging) {
        for (long nth = 1; nth <= 3; nth++) {
            long from = nth;
            var _ =
                    Bench.with(
                            nth,
                            bench -> {
                                classic(bench);
                                bench.policy = hanging.policy();
                                bench.image = TestImage.iso(7, 6 * MIB + 2048, "SIMULATED");
                                bench.storage.volume().directAlign(4096);
                                if (hanging.kind() == CallKind.DISCARD) {
                                    var part = bench.files().paths().part();
                                    bench.storage.device().failWrites(part, 1, Errno.EIO);
                                }
                                bench.storage.on(hanging.kind()).from(from).hangForEver();
                                var rip = bench.start();
                                bench.sleep(Duration.ofSeconds(20));
                                if (from == 1) {
                                    assertThat(bench.storage.callsUnderWay())
                                            .as("it does hang")
                                            .anyMatch(call -> call.kind() == hanging.kind());
                                }
                                assertStops(bench, rip);
                            });
        }
    }

    /** Several threads hang at once: each of them is left, and together they cost one moment. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aStopIsAnsweredAsSoonWhereAllCallsHang(PolicyChoice policy) {
        for (int moment = 1; moment <= 12; moment++) {
            int tenths = moment;
            var _ =
                    Bench.with(
                            moment,
                            bench -> {
                                classic(bench);
                                bench.policy = policy;
                                bench.storage.device().rate(2L * MIB);
                                var rip = bench.start();
                                bench.sleep(Duration.ofMillis(300L * tenths));
                                bench.storage.device().freeze();
                                bench.sleep(Duration.ofSeconds(5));
                                assertStops(bench, rip);
                            });
        }
    }

    /** Without a stop the end is exit 7, and it names the call that never came back. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#steady")
    void aBarrierThatHangsForEverEndsInTime(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.policy = policy;
                    bench.storage.on(CallKind.SYNC_DATA).hangForEver();
                    var rip = bench.start();
                    assertThat(bench.timeToEnd(rip))
                            .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(80));
                    var verdict = rip.snapshot().verdict().orElseThrow();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.NOT_CONFIRMED);
                    assertThat(verdict.outcome().exitCode()).isEqualTo(7);
                    assertThat(verdict.text()).containsPattern("hangs? in the kernel|still hang");
                    bench.files().assertMapHolds();
                    bench.kill();
                    assertThat(bench.rip(ResumeMode.RESUME).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** Stops, and resumes once the machine was started again. */
    private static void assertStops(Bench bench, Rip rip) {
        boolean ended = rip.snapshot().verdict().isPresent();
        rip.stop();
        assertThat(bench.timeToEnd(rip)).as("%s", rip.snapshot()).isLessThanOrEqualTo(PROMISED);
        var verdict = rip.snapshot().verdict().orElseThrow();
        if (!ended) {
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.STOPPED);
        }
        bench.files().assertMapHolds();
        bench.kill();
        bench.storage.device().thaw();
        bench.script = "speed 100M";
        assertThat(bench.rip(ResumeMode.RESUME).outcome()).isEqualTo(RipOutcome.COMPLETE);
        bench.files().assertComplete();
    }

    /**
     * Where nothing has begun yet, nobody has to stop it: a stuck disk was waited for without end.
     */
    @ParameterizedTest
    @EnumSource(
            value = CallKind.class,
            names = {"LOOK_UP", "FILE_SYSTEM", "OPEN", "LOCK", "FACTS", "TRUNCATE", "SYNC_FOLDER"})
    void aDestinationThatHangsBeforeTheFirstByteIsRefused(CallKind kind) {
        for (long seed = 1; seed <= 4; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                classic(bench);
                                bench.storage.on(kind).nth(1).hangForEver();
                                var rip = bench.start();
                                bench.timeToEndAtMost(rip, Duration.ofSeconds(32));
                                var verdict = rip.snapshot().verdict().orElseThrow();
                                assertThat(verdict.outcome())
                                        .isEqualTo(RipOutcome.DESTINATION_FAILED);
                                assertThat(verdict.text())
                                        .startsWith("/out/rips does not answer")
                                        .contains("One call still hangs in the kernel");
                            });
        }
    }

    /** Somebody else's writing keeps the disk busy: that is slow, not stuck. */
    @Test
    void aDestinationThatIsBusyWithOtherWorkIsWaitedFor() {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.storage.on(CallKind.SYNC_FOLDER).nth(1).hang(Duration.ofSeconds(100));
                    var rip = bench.start();
                    for (int step = 0; step < 20; step++) {
                        bench.sleep(Duration.ofSeconds(5));
                        bench.writeBeside(MIB);
                    }
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 1000, 3000})
    void aStopEndsARipWhoseDriveHangs(int lba) {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.script = "speed 2M\nhang " + lba;
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(20));
                    assertStops(bench, rip);
                });
    }

    /**
     * A command that hangs over a stop, and ends while the rest is being saved: nobody waits for it
     * any more, and its end is no news of the destination. Seeds 25 and 92 of the random scripts
     * found "The destination failed: thread 1 of reader was abandoned."
     */
    @ParameterizedTest
    @ValueSource(ints = {800, 1000, 1500, 2500, 4000})
    void aCommandThatEndsAfterTheStopBlamesNobody(int hangMillis) {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.script = "speed 2M\nhang 2500 for " + hangMillis + "ms";
                    bench.storage.device().rate(MIB / 2);
                    var rip = bench.start();
                    bench.sleep(Duration.ofMillis(2_800));
                    rip.stop();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                    assertThat(verdict.text()).startsWith("Stopped at ").doesNotContain("thread");
                });
    }

    @Test
    void aStopEndsARipWhoseDriveAndStorageHang() {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.script = "speed 2M\nhang 2500";
                    bench.storage.on(CallKind.WRITE).from(3).hangForEver();
                    bench.storage.on(CallKind.SYNC_DATA).hangForEver();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(20));
                    assertStops(bench, rip);
                });
    }
}
