package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Plain reads and how long they take. All on the virtual clock, so times are exact. */
@Tag("unit")
class ScriptedDrivePaceTest {
    @Test
    void readsWhatTheDiscHolds() {
        DriveRig.with(
                "speed 1M",
                rig -> {
                    assertThat(rig.drive.topBytesPerSecond()).hasValue(1 << 20);
                    assertThat(rig.drive.sectorsPerRead()).isEqualTo(32);
                    rig.buffer.position(2048);
                    assertThat(rig.drive.read(5, 2, rig.buffer))
                            .isEqualTo(new ReadOutcome.Good(4096));
                    assertThat(rig.buffer.position()).isEqualTo(2048);
                    assertThat(rig.buffer.get(2048)).isEqualTo(rig.disc.at(5 * 2048));
                    assertThat(rig.buffer.get(2048 + 4095)).isEqualTo(rig.disc.at(6 * 2048));
                    assertThat(rig.buffer.get(2048 + 4096)).isZero();
                });
    }

    @Test
    void theLastSectorMayBePartialAndNothingLiesBehindIt() {
        DriveRig.with(
                "speed 1M",
                rig -> {
                    assertThat(rig.drive.sectorCount()).isEqualTo(1001);
                    assertThat(rig.drive.read(999, 2, rig.buffer))
                            .isEqualTo(new ReadOutcome.Good(2148));
                    assertThat(rig.drive.read(1000, 2, rig.buffer))
                            .isEqualTo(new Sense(5, 0x21, 0).asOutcome());
                    assertThat(rig.readOne(-1)).isEqualTo(new Sense(5, 0x21, 0).asOutcome());
                });
    }

    @Test
    void aCommandTakesItsBytesByTheRate() {
        DriveRig.with(
                "speed 1M",
                rig -> {
                    for (int i = 0; i < 16; i++) {
                        assertThat(rig.read(i * 32L)).isEqualTo(DriveRig.GOOD);
                    }
                    assertThat(rig.clock()).isEqualTo(Duration.ofSeconds(1));
                });
    }

    @Test
    void aGapOfLessThanACommandIsMadeUpForAndALongerOneIsNot() {
        DriveRig.with(
                "speed 1M",
                rig -> {
                    rig.read(0);
                    rig.sleep(Duration.ofMillis(30));
                    rig.read(32);
                    assertThat(rig.clock()).isEqualTo(Duration.ofMillis(125));
                    rig.sleep(Duration.ofMillis(875));
                    rig.read(64);
                    assertThat(rig.clock()).isEqualTo(Duration.ofNanos(1_062_500_000));
                });
    }

    @Test
    void pausesThatEndLateDoNotSlowItDown() {
        var rig = new DriveRig(new LateClock(3_000_000), "speed 8M");
        for (int i = 0; i < 16; i++) {
            assertThat(rig.read(i * 32L)).isEqualTo(DriveRig.GOOD);
        }
        // A MiB takes 125 ms, and only the last pause is seen to end late.
        assertThat(rig.clock()).isEqualTo(Duration.ofMillis(128));
    }

    @Test
    void aDriveThatFellFarBehindDoesNotRace() {
        var rig = new DriveRig(new LateClock(1_000_000_000), "speed 8M");
        for (int i = 0; i < 16; i++) {
            assertThat(rig.read(i * 32L)).isEqualTo(DriveRig.GOOD);
        }
        assertThat(rig.millis()).isGreaterThan(2000);
    }

    @Test
    void aSlowStretchHasItsOwnSpeed() {
        DriveRig.with(
                "speed 1M\nslow 16 16 64K\nslow 31 1 2K",
                rig -> {
                    rig.read(0);
                    // 16 sectors at 1 MiB/s, 15 at 64 KiB/s, one at 2 KiB/s
                    assertThat(rig.clock()).isEqualTo(Duration.ofMillis(1500));
                });
    }

    @Test
    void withoutASpeedNoTimePasses() {
        DriveRig.with(
                "slow 500 1 2K",
                rig -> {
                    rig.read(0);
                    assertThat(rig.clock()).isEqualTo(Duration.ZERO);
                    assertThat(rig.drive.topBytesPerSecond()).isEmpty();
                    rig.readOne(500);
                    assertThat(rig.clock()).isEqualTo(Duration.ofSeconds(1));
                });
    }
}
