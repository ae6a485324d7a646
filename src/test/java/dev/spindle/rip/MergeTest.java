package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.timeline.Side;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code --merge}: what another rip of the disc has read is taken from there. */
@Tag("unit")
final class MergeTest {
    private static final int MIB = TestImage.MIB;
    private static final int HALF = 2 * MIB;
    private static final String OTHER = "/other/FIRST";

    /** Another rip has the first half, by its map; its image lies under this ending. */
    private static void otherHasTheFirstHalf(Bench bench, String ending, byte[] content) {
        bench.storage.insight().folder("/other");
        bench.storage.insight().file(OTHER + ending, content);
        map(bench, "0x0 ? 1\n0x0 0x200000 +\n0x200000 0x200000 -\n");
        bench.merge = Optional.of(OTHER + ".map");
    }

    private static void map(Bench bench, String text) {
        bench.storage.insight().file(OTHER + ".map", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void with(Consumer<Bench> body) {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    body.accept(bench);
                });
    }

    private static long takenReads(Bench bench) {
        return bench.storage.trace(CallKind.READ).stream()
                .filter(call -> call.path().startsWith(OTHER + "."))
                .count();
    }

    @ParameterizedTest
    @CsvSource({".iso", ".iso.part", ".img"})
    void whatTheOtherHasIsTakenFromThere(String ending) {
        with(bench -> {
            otherHasTheFirstHalf(bench, ending, bench.image.clone());
            // What the drive gave would take minutes.
            bench.script = "slow 40 984 20K\nspeed 100M";
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.totalSeconds()).isLessThan(60);
            bench.files().assertComplete();
        });
    }

    @Test
    void theVerdictTellsWhatCameFromWhere() {
        with(bench -> {
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            bench.script = "speed 100M\nbad 1500 8 times 1";
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            var means = bench.files().record().verdict().orElseThrow().rescue().orElseThrow();
            assertThat(means.means().get("merged"))
                    .isEqualTo(new RescueRecord.Means(HALF / 65_536, 0, HALF / 2048));
            assertThat(means.means().values().stream().mapToLong(did -> did.sectors()).sum())
                    .as("each sector is counted once: %s", means.means())
                    .isEqualTo(4 * MIB / 2048);
        });
    }

    /**
     * The drive can't read these: what the storage loses of them must come from the other again.
     */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void whatIsOwedIsTakenAgainAlsoWhereAllIsGoodEnough(PolicyChoice policy) {
        with(bench -> {
            bench.policy = policy;
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            bench.script = "speed 1M\nbad 300 40";
            var rip = bench.start();
            bench.awaitPhase(rip, RipSnapshot.Phase.SWEEPING);
            bench.sleep(Duration.ofMillis(800));
            long read = rip.snapshot().finishedBytes();
            assertThat(read).isGreaterThan(HALF);
            bench.storage.on(CallKind.SYNC_DATA).pathEndsWith(".part").first(1).fail(Errno.EIO);
            rip.goodEnough();
            var verdict = bench.end(rip);
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                    .isGreaterThanOrEqualTo(read);
            bench.files().assertMapHolds();
        });
    }

    /** The window's rate and the time left are the drive's. */
    @Test
    void whatWasMergedIsNoSpeedOfTheDrive() {
        with(bench -> {
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            bench.script = "speed 100K";
            var rip = bench.start();
            bench.awaitPhase(rip, RipSnapshot.Phase.SWEEPING);
            bench.sleep(Duration.ofMillis(1500));
            assertThat(rip.snapshot().readRate()).isBetween(50_000.0, 200_000.0);
            rip.stop();
            var _ = bench.end(rip);
        });
    }

    /** Where the other image lies is no business of the drive. */
    @Test
    void aSlowImageIsNotTheDrivesFault() {
        with(bench -> {
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            bench.storage
                    .on(CallKind.READ)
                    .pathEndsWith("FIRST.iso")
                    .nth(25)
                    .hang(Duration.ofSeconds(9));
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.stalledSeconds().get(Side.STORAGE)).isBetween(8.9, 9.5);
            assertThat(verdict.stalledSeconds().get(Side.DRIVE)).isZero();
            bench.files().assertComplete();
        });
    }

    /** The purpose: two damaged copies, or two drives, make one whole image. */
    @Test
    void holesOfTheOneAreFilledFromTheOther() {
        with(bench -> {
            bench.script = "speed 100M\nbad 300 40";
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            var verdict = bench.rip(ResumeMode.RESUME);
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void whatTheOtherHasNotIsReadFromTheDisc() {
        with(bench -> {
            byte[] cut = Arrays.copyOf(bench.image, HALF / 2);
            otherHasTheFirstHalf(bench, ".iso", cut);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(takenReads(bench)).isPositive();
            bench.files().assertComplete();
        });
    }

    @Test
    void anImageThatFailsIsLeft() {
        with(bench -> {
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            bench.storage.on(CallKind.READ).pathEndsWith("FIRST.iso").from(20).fail(Errno.EIO);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void anotherDiscsImageIsRefused() {
        with(bench -> {
            otherHasTheFirstHalf(bench, ".iso", TestImage.twin(bench.image));
            assertRefused(bench, "FIRST.iso holds other data than this disc");
        });
    }

    @Test
    void whatCantBeUsedIsRefusedInOneSentence() {
        with(bench -> {
            bench.merge = Optional.of(OTHER + ".map");
            assertRefused(bench, "there is no map /other/FIRST.map");
            otherHasTheFirstHalf(bench, ".txt", bench.image.clone());
            assertRefused(bench, "beside /other/FIRST.map lies no image");
            bench.storage.insight().file(OTHER + ".iso", bench.image.clone());
            map(bench, "0x0 ? 1\n0x0 0x200000 +\n");
            assertRefused(bench, "is of a disc of another size");
            map(bench, "0x0 ? 1\nnonsense\n");
            assertRefused(bench, "can't be used as a map");
            map(bench, "0x0 ? 1\n0x0 0x400000 ?\n");
            assertRefused(bench, "nothing tells whether");
        });
    }

    @Test
    void aStopIsAnsweredWhileTheImageHangs() {
        with(bench -> {
            otherHasTheFirstHalf(bench, ".iso", bench.image.clone());
            bench.storage.on(CallKind.READ).pathEndsWith("FIRST.iso").from(20).hangForEver();
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(20));
            rip.stop();
            assertThat(bench.timeToEnd(rip)).isLessThan(Duration.ofSeconds(1));
            assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                    .isEqualTo(RipOutcome.STOPPED);
        });
    }

    private static void assertRefused(Bench bench, String why) {
        var verdict = bench.rip();
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.REFUSED_INPUT);
        assertThat(verdict.text()).contains(why).endsWith(".");
        assertThat(bench.storage.insight().paths())
                .noneMatch(path -> path.startsWith(Bench.FOLDER + "/"));
    }
}
