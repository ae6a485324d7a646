package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a start makes of what it finds ({@code --resume}). */
@Tag("unit")
final class ResumeTest {
    private static final int MIB = TestImage.MIB;
    private static final String PART = Bench.FOLDER + "/SIMULATED.iso.part";
    private static final String IMAGE = Bench.FOLDER + "/SIMULATED.iso";
    private static final String MAP = Bench.FOLDER + "/SIMULATED.map";

    /** Rips some of the disc and stops. */
    private static RipVerdict stopped(Bench bench) {
        String script = bench.script;
        bench.script = "speed 1M";
        bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
        var rip = bench.start();
        bench.sleep(Duration.ofSeconds(2));
        rip.stop();
        var verdict = bench.end(rip);
        assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
        bench.script = script;
        return verdict;
    }

    private static void put(Bench bench, String path, String text) {
        bench.storage.insight().file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(ResumeMode.class)
    void startsWhereNothingIsThere(ResumeMode mode) {
        var _ =
                Bench.with(bench -> {
                    assertThat(bench.rip(mode).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** A buffer ends at a MiB: a whole read did not fit into the last two sectors before it. */
    @Test
    void goesOnFromTwoSectorsBeforeTheEndOfABuffer() {
        var _ =
                Bench.with(bench -> {
                    var _ = stopped(bench);
                    var found = bench.files().map();
                    var claim = found.claimingOnly(RangeSet.of(new ByteRange(0, MIB - 4096)));
                    put(bench, MAP, MapfileText.format(claim, 0, '?', List.of()));
                    assertThat(bench.rip(ResumeMode.RESUME).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = ResumeMode.class,
            names = {"ADAPT", "RESUME"})
    void goesOnWhereARipWasStopped(ResumeMode mode) {
        var _ =
                Bench.with(bench -> {
                    var verdict = stopped(bench);
                    assertThat(verdict.text()).contains("safely on the disk");
                    assertThat(verdict.file()).isEqualTo(PART);
                    assertThat(bench.files().record().state()).isEqualTo(RipState.STOPPED);
                    bench.files().assertMapHolds();
                    long saved = bench.files().map().bytes(SectorStatus.FINISHED);
                    // Two seconds at 1 MiB a second; the command that ran is the most that is lost.
                    assertThat(saved).isBetween(2L * MIB - 200_000, 2L * MIB + 100_000);
                    var rip = start(bench, mode);
                    bench.sleep(Duration.ofMillis(20));
                    assertThat(rip.snapshot().notice()).startsWith("Resuming SIMULATED at ");
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(4L * MIB - saved);
                });
    }

    private static Rip start(Bench bench, ResumeMode mode) {
        bench.resume = mode;
        return bench.start();
    }

    @Test
    void restartDiscardsWhatIsThere() {
        var _ =
                Bench.with(bench -> {
                    var _ = stopped(bench);
                    var rip = start(bench, ResumeMode.RESTART);
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(4L * MIB);
                    bench.files().assertComplete();
                });
    }

    @Test
    void restartCountsTheSpaceThatItGivesBack() {
        var _ =
                Bench.with(bench -> {
                    var _ = stopped(bench);
                    bench.storage.volume().capacity(6L * MIB);
                    assertThat(bench.rip(ResumeMode.RESTART).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void anOldMapDoesNotSpeakForAPartThatBeginsAnew() {
        var _ =
                Bench.with(bench -> {
                    var _ = stopped(bench);
                    bench.script = "speed 100K";
                    var _ = start(bench, ResumeMode.RESTART);
                    bench.sleep(Duration.ofSeconds(3));
                    assertThat(bench.storage.insight().exists(MAP)).isFalse();
                    bench.cutPower(5);
                    bench.script = "speed 100M";
                    assertThat(bench.rip(ResumeMode.ADAPT).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, ''"})
    void leavesThePartOfAnotherDiscAlone(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    var _ = stopped(bench);
                    byte[] part = bench.storage.insight().content(PART);
                    bench.image = TestImage.iso(77, MIB, "SIMULATED");
                    assertEndsAs(bench, mode, name, "of another disc");
                    assertThat(bench.storage.insight().content(PART)).isEqualTo(part);
                });
    }

    /** Ends with another name, or refused where there is none. */
    private static void assertEndsAs(Bench bench, ResumeMode mode, String name, String why) {
        var verdict = bench.rip(mode);
        if (name.isEmpty()) {
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).contains(why).endsWith(".");
        } else {
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            bench.files(name).assertComplete();
        }
    }

    @Test
    void readsWhatThePartIsTooShortFor() {
        var _ =
                Bench.with(bench -> {
                    var _ = stopped(bench);
                    byte[] cut = Arrays.copyOf(bench.storage.insight().content(PART), MIB + 77);
                    bench.storage.insight().file(PART, cut);
                    var rip = start(bench, ResumeMode.RESUME);
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(3L * MIB);
                    bench.files().assertComplete();
                });
    }

    @Test
    void writesTheFilesThatAreMissingBesideAnImage() {
        var _ =
                Bench.with(bench -> {
                    bench.hashes = Set.of();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.hashes = Set.of(HashAlgorithm.SHA256);
                    var verdict = bench.rip(ResumeMode.RESUME);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.text()).contains("was complete already");
                    assertThat(verdict.durable()).isTrue();
                    assertThat(verdict.file()).isEqualTo(IMAGE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void refusesAnImageOfAnotherDisc() {
        var _ =
                Bench.with(bench -> {
                    byte[] first = bench.image;
                    var _ = bench.rip();
                    bench.image = TestImage.iso(77, MIB, "SIMULATED");
                    assertEndsAs(bench, ResumeMode.RESUME, "", "of another disc");
                    bench.files().assertImage(first);
                });
    }

    @Test
    void readsHolesAgain() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 100 3";
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    bench.script = "speed 20M";
                    bench.hashes = Set.of(HashAlgorithm.MD5);
                    var rip = start(bench, ResumeMode.RESUME);
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(3 * 2048);
                    bench.files().assertImage(bench.image);
                    // The hash of the image with holes is wrong now.
                    assertThat(bench.storage.insight().exists(bench.files().paths().sha256()))
                            .isFalse();
                });
    }

    @Test
    void removesWhatADeadRunLeft() {
        var _ =
                Bench.with(bench -> {
                    for (String path : bench.files().paths().temporaries()) {
                        put(bench, path, "half-writ");
                    }
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void goesOnWithAnImageThatWasCutOffWhileItWasNamed() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.on(CallKind.SYNC_FOLDER).when(() -> exists(bench)).hangForEver();
                    var _ = bench.start();
                    bench.sleep(Duration.ofSeconds(5));
                    bench.kill();
                    assertThat(exists(bench)).isTrue();
                    var verdict = bench.rip();
                    assertThat(verdict.text()).contains("was complete already");
                    bench.files().assertComplete();
                });
    }

    private static boolean exists(Bench bench) {
        return bench.storage.insight().exists(IMAGE);
    }
}
