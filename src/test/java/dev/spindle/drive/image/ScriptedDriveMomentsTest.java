package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What befalls a drive at moments, on the virtual clock. */
@Tag("unit")
class ScriptedDriveMomentsTest {
    @Test
    void aHangForEverKeepsItsThread() {
        for (String script : new String[] {"hang 3", "hang at 0s", "speed 1M\nhang at 10ms"}) {
            var concurrency = new BatonConcurrency(7, Duration.ofHours(1));
            var left =
                    concurrency.run(() -> {
                        var rig = new DriveRig(concurrency, script);
                        var reader = concurrency.start("reader", () -> rig.read(0));
                        var _ =
                                reader.awaitDone(
                                        concurrency.in(Duration.ofMinutes(10)), StopToken.never());
                    });
            assertThat(left).as(script).containsExactly("reader");
        }
    }

    @Test
    void aHangAtAMomentHoldsWhatRunsIntoIt() {
        DriveRig.with(
                "speed 2K\nhang at 1500ms for 3s",
                rig -> {
                    rig.readOne(0);
                    assertThat(rig.millis()).isEqualTo(1000);
                    rig.readOne(1);
                    assertThat(rig.millis()).isEqualTo(4500);
                    rig.readOne(2);
                    assertThat(rig.millis()).isEqualTo(5500);
                });
    }

    @Test
    void aHangAtAMomentPassesByWhoAsksLater() {
        DriveRig.with(
                "hang at 1s for 1s",
                rig -> {
                    rig.sleep(Duration.ofSeconds(2));
                    rig.read(0);
                    assertThat(rig.millis()).isEqualTo(2000);
                });
    }

    @Test
    void anUnpluggedDriveAnswersAgainAfterItsTime() {
        DriveRig.with(
                "speed 2K\nunplug at 1500ms for 3s",
                rig -> {
                    assertThat(rig.readOne(0)).isEqualTo(new ReadOutcome.Good(2048));
                    assertThat(rig.readOne(1)).isEqualTo(DriveRig.UNPLUGGED);
                    assertThat(rig.millis()).isEqualTo(1500);
                    assertThat(rig.readOne(1)).isEqualTo(DriveRig.UNPLUGGED);
                    assertThat(rig.millis()).isEqualTo(1500);
                    rig.sleep(Duration.ofSeconds(3));
                    assertThat(rig.readOne(1)).isEqualTo(new ReadOutcome.Good(2048));
                    assertThat(rig.millis()).isEqualTo(5500);
                });
    }

    @Test
    void withoutAnEndItStaysUnplugged() {
        DriveRig.with(
                "unplug at 1s",
                rig -> {
                    assertThat(rig.readOne(0)).isEqualTo(new ReadOutcome.Good(2048));
                    rig.sleep(Duration.ofMinutes(30));
                    assertThat(rig.readOne(0)).isEqualTo(DriveRig.UNPLUGGED);
                });
    }

    @Test
    void unpluggingEndsAHang() {
        DriveRig.with(
                "hang 0\nunplug at 9s",
                rig -> {
                    assertThat(rig.readOne(0)).isEqualTo(DriveRig.UNPLUGGED);
                    assertThat(rig.millis()).isEqualTo(9000);
                });
    }

    @Test
    void anotherDiscIsToldOnceAndThenRead() {
        DriveRig.with(
                "change at 1s other.iso",
                rig -> {
                    assertThat(rig.readOne(0)).isEqualTo(new ReadOutcome.Good(2048));
                    assertThat(rig.drive.lengthBytes()).isEqualTo(1000L * 2048 + 100);
                    rig.sleep(Duration.ofSeconds(1));
                    assertThat(rig.readOne(0))
                            .isEqualTo(new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED));
                    assertThat(rig.readOne(0)).isEqualTo(new ReadOutcome.Good(2048));
                    assertThat(rig.buffer.get(0)).isEqualTo(rig.other.at(0));
                    assertThat(rig.drive.lengthBytes()).isEqualTo(10 * 2048);
                });
    }

    @Test
    void aClosedDriveIsGoneAndItsDiscsAreClosed() {
        DriveRig.with(
                "change at 1s other.iso",
                rig -> {
                    rig.drive.close();
                    rig.drive.close();
                    assertThat(rig.disc.closed && rig.other.closed).isTrue();
                    assertThat(rig.readOne(0)).isInstanceOf(ReadOutcome.Gone.class);
                });
    }
}
