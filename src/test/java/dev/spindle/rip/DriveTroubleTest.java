package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;
import dev.spindle.timeline.Side;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Arrays;

/** Discs and drives that do not do what they should. */
@Tag("unit")
final class DriveTroubleTest {
    private static final int SECTOR = TestImage.SECTOR;

    private static byte[] withZeros(byte[] image, int lba, int sectors) {
        byte[] expected = image.clone();
        Arrays.fill(expected, lba * SECTOR, (lba + sectors) * SECTOR, (byte) 0);
        return expected;
    }

    @Test
    void leavesHolesWhereSectorsAreBadForEver() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 100 3\nbad 511 1";
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(verdict.outcome().exitCode()).isEqualTo(2);
                    assertThat(verdict.durable()).isTrue();
                    assertThat(verdict.badSectors()).isEqualTo(4);
                    assertThat(verdict.text()).contains("4 of 512 sectors could not be read");
                    byte[] expected = withZeros(withZeros(bench.image, 100, 3), 511, 1);
                    bench.files().assertImage(expected);
                    bench.files().assertSha256();
                    var map = bench.files().map();
                    assertThat(map.with(SectorStatus.BAD).ranges())
                            .extracting(range -> range.startBytes() / SECTOR)
                            .containsExactly(100L, 511L);
                    assertThat(map.bytes(SectorStatus.BAD)).isEqualTo(4 * SECTOR);
                    assertThat(map.bytes(SectorStatus.FINISHED)).isEqualTo(508 * SECTOR);
                    assertThat(bench.files().record().state())
                            .isEqualTo(RipState.FINISHED_WITH_HOLES);
                });
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 2", "2, 1, 0", "1, 0, 0", "4, 3, 0", "5, 3, 2"})
    void triesABadSpotAsOftenAsAsked(int failures, int retries, int exit) {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 200 1 times " + failures;
                    bench.retries = retries;
                    var verdict = bench.rip();
                    assertThat(verdict.outcome().exitCode()).isEqualTo(exit);
                    if (exit == 0) {
                        bench.files().assertComplete();
                    }
                });
    }

    @Test
    void takesAShortTransferForAFailedRead() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nshort 300 2";
                    assertThat(bench.rip().badSectors()).isEqualTo(2);
                    bench.files().assertImage(withZeros(bench.image, 300, 2));
                });
    }

    @Test
    void saysThatAnImageIsTruncated() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, TestImage.MIB, "SIMULATED", 1000);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(verdict.text()).startsWith("Truncated:");
                    bench.files().assertImage(bench.image);
                    var again = bench.rip(ResumeMode.RESUME);
                    assertThat(again.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(again.text()).contains("Truncated:");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "bad 300 1 sense 2/04/01, DRIVE_FAILED, not ready",
        "bad 300 1 sense 6/28/00, DRIVE_FAILED, changed",
        "bad 300 1 sense 4/44/00, DRIVE_FAILED, failed",
        "bad 300 1 sense 5/6F/03, PROTECTED_DISC, copy-protected",
        "unplug at 60ms, DRIVE_FAILED, unplugged",
        "change at 60ms other.iso, DRIVE_FAILED, changed",
        "bad 16 1 sense 2/3A/00, DRIVE_FAILED, not ready",
        "bad 16 1 sense 5/6F/03, PROTECTED_DISC, copy-protected",
    })
    void endsWhereTheDriveCannotGoOn(String fault, RipOutcome outcome, String word) {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 10M\n" + fault;
                    boolean early = fault.startsWith("bad 16");
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(outcome);
                    assertThat(verdict.text()).contains(word);
                    assertThat(verdict.durable()).isFalse();
                    assertThat(bench.discs).allMatch(MemorySource::isClosed);
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                    if (early) {
                        return;
                    }
                    bench.files().assertMapHolds();
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED)).isPositive();
                    assertThat(bench.files().record().state()).isEqualTo(RipState.FAILED);
                    bench.script = "speed 10M";
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void refusesADriveThatIsNotThere() {
        var _ =
                Bench.with(bench -> {
                    bench.drive = "missing.iso";
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.REFUSED_INPUT);
                    assertThat(verdict.text()).startsWith("missing.iso does not exist");
                });
    }

    @Test
    void goesOnAfterADriveThatHungForAWhile() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nhang 200 for 7s";
                    var verdict = bench.rip();
                    bench.files().assertComplete();
                    assertThat(verdict.stalledSeconds().get(Side.DRIVE)).isBetween(6.5, 7.5);
                });
    }

    @Test
    void billsASlowStretchToTheDrive() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 4M\nslow 200 64 50K";
                    var verdict = bench.rip();
                    bench.files().assertComplete();
                    var stalled = verdict.stalledSeconds();
                    assertThat(stalled.get(Side.DRIVE)).isBetween(2.0, 2.6);
                    assertThat(stalled)
                            .containsEntry(Side.STORAGE, 0.0)
                            .containsEntry(Side.SELF, 0.0);
                    assertThat(verdict.text()).contains("was the drive or the disc");
                });
    }

    @Test
    void asksADriveThatIsNotReadyAgain() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 300 1 times 5 sense 2/04/01";
                    var rip = bench.start();
                    assertThat(bench.timeToEnd(rip)).isGreaterThan(Duration.ofSeconds(5));
                    bench.files().assertComplete();
                });
    }

    @Test
    void aDriveThatHangsIsClosedWhenItsCommandEnds() {
        var left =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nhang 200 for 1m";
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(2));
                    rip.stop();
                    assertThat(bench.timeToEnd(rip)).isLessThan(Duration.ofSeconds(1));
                    assertThat(bench.discs).noneMatch(MemorySource::isClosed);
                    bench.sleep(Duration.ofMinutes(2));
                    assertThat(bench.discs).allMatch(MemorySource::isClosed);
                });
        assertThat(left).isEmpty();
    }
}
