package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/** {@code rip --verify}: the second look at the file, and what is done where it finds another. */
@Tag("unit")
final class VerifyingTest {
    private static final int SPOT = 700_000;

    /** A storage that confirms everything and then holds one other byte. */
    private static void forgetful(Bench bench) {
        bench.verify = true;
        bench.storage.cost(CallKind.SYNC_FOLDER, Duration.ofMillis(100));
        var image = bench.files().paths().image();
        var _ =
                bench.later(
                        Duration.ZERO,
                        () -> {
                            while (!bench.storage.insight().exists(image)) {
                                bench.sleep(Duration.ofMillis(10));
                            }
                            byte[] other = bench.image.clone();
                            other[SPOT] ^= 1;
                            bench.storage.insight().file(image, other);
                        });
    }

    @Test
    void anotherByteIsFoundAndToldAndTheImageLosesItsName() {
        var _ =
                Bench.with(bench -> {
                    forgetful(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.outcome().exitCode()).isEqualTo(4);
                    assertThat(verdict.durable()).isFalse();
                    assertThat(verdict.hashes()).isEmpty();
                    assertThat(verdict.text())
                            .startsWith(
                                    "The destination failed: /out/rips/SIMULATED.iso did not hold"
                                            + " what was read from the disc: the storage confirmed"
                                            + " what it did not keep; keep the disc, and rip it"
                                            + " again elsewhere.");
                    var paths = bench.files().paths();
                    assertThat(verdict.file()).isEqualTo(paths.part());
                    var after = bench.storage.crashCopy().insight();
                    assertThat(after.exists(paths.image())).as("nor after a power cut").isFalse();
                    assertThat(after.exists(paths.part())).isTrue();
                    assertThat(after.exists(paths.sha256())).isFalse();
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED)).isZero();
                });
    }

    @Test
    void theRecordTellsOfIt() {
        var _ =
                Bench.with(bench -> {
                    forgetful(bench);
                    var verdict = bench.rip();
                    var record = bench.files().record();
                    assertThat(record.state()).isEqualTo(RipState.FAILED);
                    var told = record.verdict().orElseThrow();
                    assertThat(told.exit()).isEqualTo(4);
                    assertThat(told.text()).isEqualTo(verdict.text());
                    assertThat(told.durable()).isFalse();
                });
    }

    /** Whatever the next start is told, it reads the disc again; it never blesses what is there. */
    @ParameterizedTest
    @EnumSource(ResumeMode.class)
    void theNextStartReadsTheDiscAgain(ResumeMode mode) {
        var _ =
                Bench.with(bench -> {
                    forgetful(bench);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    var verdict = bench.rip(mode);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** The program dies, or the power goes, at any of the calls that withdraw the image. */
    @Test
    void aCutWhileItIsWithdrawnBlessesNothingEither() {
        for (int cut = 0; cut < 12; cut++) {
            var at = Duration.ofMillis(30L * cut);
            var _ =
                    Bench.with(
                            cut,
                            bench -> {
                                forgetful(bench);
                                for (var kind :
                                        List.of(
                                                CallKind.OPEN,
                                                CallKind.SYNC,
                                                CallKind.RENAME_OVER,
                                                CallKind.RENAME_KEEPING)) {
                                    bench.storage.cost(kind, Duration.ofMillis(20));
                                }
                                var read = new boolean[1];
                                bench.storage
                                        .on(CallKind.READ)
                                        .pathEndsWith(".part")
                                        .when(() -> read[0] = true)
                                        .cost(Duration.ZERO);
                                var _ = bench.start();
                                while (!read[0]) {
                                    bench.sleep(Duration.ofMillis(5));
                                }
                                bench.sleep(at);
                                bench.cutPower(1);
                                bench.verify = false;
                                var then = bench.rip(ResumeMode.RESUME);
                                assertThat(then.outcome())
                                        .as(then.text())
                                        .isEqualTo(RipOutcome.COMPLETE);
                                if (withdrawn(bench)) {
                                    bench.files().assertComplete();
                                }
                            });
        }
    }

    /** Whether the disc was read once more; before the map was saved nobody knew anything. */
    private static boolean withdrawn(Bench bench) {
        return bench.storage.trace(CallKind.WRITE).stream()
                .anyMatch(write -> write.path().endsWith(".part"));
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
                    assertThat(verdict.text())
                            .startsWith(
                                    "SIMULATED.iso is complete, but its hash was not computed;"
                                            + " --resume makes up for it.");
                });
    }

    /** Without hashes nothing can be compared; the request is refused before it comes so far. */
    @Test
    void withoutAHashNothingIsReadBack() {
        var _ =
                Bench.with(bench -> {
                    bench.verify = true;
                    bench.hashes = java.util.Set.of();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.storage.trace(CallKind.READ)).isEmpty();
                });
    }
}
