package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What lies in wait on sectors, on the virtual clock. */
@Tag("unit")
class ScriptedDriveSectorsTest {
    @Test
    void aBadSectorFailsEveryCommandThatCoversItAfterItsCost() {
        DriveRig.with(
                "bad 40 2 cost 250ms",
                rig -> {
                    assertThat(rig.read(8)).isEqualTo(DriveRig.GOOD);
                    assertThat(rig.clock()).isEqualTo(Duration.ZERO);
                    assertThat(rig.read(9)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.read(41)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.read(42)).isEqualTo(DriveRig.GOOD);
                    assertThat(rig.clock()).isEqualTo(Duration.ofMillis(500));
                });
    }

    @Test
    void aFailingCommandTakesTheTimeUpToTheBadSector() {
        DriveRig.with(
                "speed 2K\nbad 3 1 cost 1s",
                rig -> {
                    rig.read(0);
                    assertThat(rig.clock()).isEqualTo(Duration.ofSeconds(4));
                });
    }

    @Test
    void onlyTheFirstFailingSectorOfACommandCountsATry() {
        DriveRig.with(
                "bad 10 2 times 2",
                rig -> {
                    assertThat(rig.read(0)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.read(0)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.readOne(10)).isEqualTo(new ReadOutcome.Good(2048));
                    assertThat(rig.readOne(11)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.read(0)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.read(0)).isEqualTo(DriveRig.GOOD);
                });
    }

    @Test
    void theSenseMakesTheOutcome() {
        DriveRig.with(
                """
                bad 0 1 sense 5/6F/3
                bad 1 1 sense 2/3A/0
                bad 2 1 sense 4/44/0
                bad 3 1 sense 6/28/0
                """,
                rig -> {
                    assertThat(rig.readOne(0)).isInstanceOf(ReadOutcome.Protected.class);
                    assertThat(rig.readOne(1)).isInstanceOf(ReadOutcome.NotReady.class);
                    assertThat(rig.readOne(2)).isInstanceOf(ReadOutcome.Fault.class);
                    assertThat(rig.readOne(3)).isInstanceOf(ReadOutcome.Changed.class);
                });
    }

    @Test
    void aDelayMeetsEachCommandOnce() {
        DriveRig.with(
                "speed 1M\ndelay 10 10 1s",
                rig -> {
                    rig.read(0);
                    rig.read(32);
                    rig.read(0);
                    assertThat(rig.clock()).isEqualTo(Duration.ofNanos(2_187_500_000L));
                });
    }

    @Test
    void aShortTransferBringsHalf() {
        DriveRig.with(
                "short 1000 1",
                rig -> {
                    assertThat(rig.drive.read(999, 2, rig.buffer))
                            .isEqualTo(new ReadOutcome.ShortTransfer(1074));
                    assertThat(rig.readOne(999)).isEqualTo(new ReadOutcome.Good(2048));
                });
    }

    @Test
    void nothingBehindTheFailingSectorHasAnyEffect() {
        DriveRig.with(
                "bad 5 1\nshort 6 1\ndelay 6 1 1s\nhang 6 for 1s",
                rig -> {
                    assertThat(rig.read(0)).isEqualTo(DriveRig.UNREADABLE);
                    assertThat(rig.clock()).isEqualTo(Duration.ZERO);
                });
    }

    @Test
    void aHangOnASectorComesOnceAndThenTheReadGoesOn() {
        DriveRig.with(
                "hang 40 for 5s",
                rig -> {
                    assertThat(rig.read(32)).isEqualTo(DriveRig.GOOD);
                    assertThat(rig.buffer.get(0)).isEqualTo(rig.disc.at(32 * 2048));
                    assertThat(rig.clock()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(rig.read(32)).isEqualTo(DriveRig.GOOD);
                    assertThat(rig.clock()).isEqualTo(Duration.ofSeconds(5));
                });
    }
}
