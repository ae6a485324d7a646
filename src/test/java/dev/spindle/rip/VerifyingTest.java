package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Set;

/** {@code rip --verify}: the second look at the file, and what is done where it finds another. */
@Tag("unit")
final class VerifyingTest {
    private static final int MIB = TestImage.MIB;

    /** A disk that says so often that it has written a place, and has not. */
    private static void forgetful(Bench bench, int times) {
        bench.verify = true;
        bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
        for (int i = 0; i < times; i++) {
            bench.storage
                    .device()
                    .swallowWrite(bench.files().paths().part(), ByteRange.at(MIB, 4096));
        }
    }

    /** Without an error nobody can know, unless asked to look. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void whatADiskLostWithoutAWordIsFoundAndMended(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    forgetful(bench, 1);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.text()).contains("checked against what was read");
                    bench.files().assertComplete();
                });
    }

    @Test
    void withoutAHashItIsMendedToo() {
        var _ =
                Bench.with(bench -> {
                    forgetful(bench, 1);
                    bench.hashes = Set.of();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertImage(bench.image);
                });
    }

    @Test
    void aPlaceThatIsNeverKeptEndsTheRipAndTheImageGetsNoName() {
        var _ =
                Bench.with(bench -> {
                    forgetful(bench, 10);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.outcome().exitCode()).isEqualTo(4);
                    assertThat(verdict.durable()).isFalse();
                    assertThat(verdict.hashes()).isEmpty();
                    assertThat(verdict.text()).contains("confirms writes that it does not keep");
                    var paths = bench.files().paths();
                    assertThat(verdict.file()).isEqualTo(paths.part());
                    bench.files().assertMapHolds();
                    var after = bench.storage.crashCopy().insight();
                    assertThat(after.exists(paths.image())).as("nor after a power cut").isFalse();
                    assertThat(after.exists(paths.part())).isTrue();
                    assertThat(after.exists(paths.sha256())).isFalse();
                    assertThat(bench.files().record().state()).isEqualTo(RipState.FAILED);
                });
    }

    /** Whatever the next start is told, it reads again what is missing; it never blesses it. */
    @ParameterizedTest
    @EnumSource(ResumeMode.class)
    void theNextStartReadsAgain(ResumeMode mode) {
        var _ =
                Bench.with(bench -> {
                    forgetful(bench, 10);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    bench.storage.device().heal();
                    var verdict = bench.rip(mode);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** The program dies, or the power goes, while it compares and mends. */
    @Test
    void aCutMeanwhileLeavesWhatCanBeGoneOnWith() {
        for (int cut = 0; cut < 24; cut++) {
            var at = Duration.ofMillis(15L * cut);
            var _ =
                    Bench.with(
                            cut,
                            bench -> {
                                forgetful(bench, 3);
                                bench.storage.device().readRate(40 * MIB);
                                bench.storage.device().rate(40 * MIB);
                                var rip = bench.start();
                                bench.awaitPhase(rip, RipSnapshot.Phase.READING_BACK);
                                bench.sleep(at);
                                bench.cutPower(1);
                                bench.storage.device().heal();
                                assertThat(bench.rip(ResumeMode.RESUME).outcome())
                                        .isEqualTo(RipOutcome.COMPLETE);
                            });
        }
    }

    @Test
    void anImageThatCannotBeReadBackIsNotCalledComplete() {
        var _ =
                Bench.with(bench -> {
                    bench.verify = true;
                    bench.storage.on(CallKind.READ).pathEndsWith(".part").fail(Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("input/output error");
                    assertThat(verdict.hashes()).isEmpty();
                    assertThat(bench.files().record().state()).isEqualTo(RipState.FAILED);
                });
    }

    @Test
    void aStopEndsTheSecondLook() {
        var _ =
                Bench.with(bench -> {
                    bench.verify = true;
                    bench.storage.device().readRate(TestImage.MIB / 100);
                    var rip = bench.start();
                    bench.awaitPhase(rip, RipSnapshot.Phase.READING_BACK);
                    rip.stop();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
                    var verdict = rip.snapshot().verdict().orElseThrow();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                    bench.files().assertMapHolds();
                    bench.verify = false;
                    bench.storage.device().readRate(Long.MAX_VALUE);
                    // The call that nobody waits for any more has to return first.
                    bench.sleep(Duration.ofMinutes(5));
                    var then = bench.rip();
                    assertThat(then.outcome()).as(then.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }
}
