package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.Drive;
import dev.spindle.drive.NoDiscException;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A drive by its commands: getting ready, facts, door, speed, leaving and coming back. */
@Tag("unit")
class OpticalDriveTest {
    private static final Sense BECOMING_READY = new Sense(2, 4, 1);

    @Test
    void itTellsWhoItIsAndWhatIsInIt() {
        DriveBench.with(bench -> {
            bench.attribute("sr0/queue/max_hw_sectors_kb", "32");
            Drive drive = bench.ready();
            assertThat(drive.info().vendor()).isEqualTo("PIONEER");
            assertThat(drive.info().model()).isEqualTo("BD-RW   BDR-209D");
            assertThat(drive.info().revision()).isEqualTo("1.50");
            assertThat(drive.info().image()).isFalse();
            assertThat(drive.lengthBytes()).isEqualTo(DriveBench.SECTORS * 2048L);
            assertThat(drive.topBytesPerSecond()).hasValue(22_161_000);
            assertThat(drive.sectorsPerRead()).isEqualTo(16);
            assertThat(drive.medium().profile()).hasValue(0x10);
        });
    }

    @Test
    void attentionsAndSpinningUpAreWaitedFor() {
        DriveBench.with(bench -> {
            bench.played.senses.add(new Sense(6, 0x29, 0));
            bench.played.senses.add(Sense.MEDIUM_MAY_HAVE_CHANGED);
            bench.played.senses.addAll(Collections.nCopies(40, BECOMING_READY));
            long startNanos = bench.baton.nanoTime();
            assertThat(bench.ready().lengthBytes()).isPositive();
            assertThat(bench.clock(startNanos)).isEqualTo(Duration.ofSeconds(20));
        });
    }

    @Test
    void aDiscThatNeverGetsReadyIsGivenUp() {
        DriveBench.with(bench -> {
            bench.played.senses.addAll(Collections.nCopies(1000, BECOMING_READY));
            assertThatThrownBy(bench::ready).hasMessageContaining("still not ready after a minute");
        });
    }

    @Test
    void aStopEndsTheWaitingAndNoMoreCommandIsSent() {
        DriveBench.with(bench -> {
            bench.played.senses.addAll(Collections.nCopies(1000, BECOMING_READY));
            var stop = new StopToken();
            Drive drive = bench.open();
            var _ =
                    bench.baton.start(
                            "user",
                            () -> {
                                var _ =
                                        bench.baton
                                                .gate("user")
                                                .pause(
                                                        bench.baton.in(Duration.ofMillis(1200)),
                                                        StopToken.never());
                                stop.stop();
                            });
            assertThatThrownBy(() -> drive.awaitDisc(stop)).isInstanceOf(IOException.class);
            // INQUIRY, then one question each half second.
            assertThat(bench.played.opcodes).hasSize(4);
        });
    }

    @Test
    void aDriveThatWaitsToBeStartedIsStartedOnce() {
        DriveBench.with(bench -> {
            bench.played.senses.addAll(Collections.nCopies(3, new Sense(2, 4, 2)));
            assertThat(bench.ready().lengthBytes()).isPositive();
            assertThat(bench.played.opcodes.stream().filter(code -> code == 0x1B)).hasSize(1);
        });
    }

    @Test
    void noDiscIsToldAtOnce() {
        DriveBench.with(bench -> {
            bench.played.disc = null;
            assertThatThrownBy(bench::ready)
                    .isInstanceOf(NoDiscException.class)
                    .hasMessage("there is no disc in /dev/sr0; insert one");
            bench.played.trayOpen = true;
            assertThatThrownBy(bench::ready)
                    .extracting(problem -> ((NoDiscException) problem).isTrayOpen())
                    .isEqualTo(true);
        });
    }

    @Test
    void aDiscThatTheDriveCantReadIsToldSo() {
        DriveBench.with(bench -> {
            bench.played.senses.add(new Sense(2, 0x30, 0));
            assertThatThrownBy(bench::ready)
                    .hasMessageContaining("can't read this kind of disc (02/30/00)");
        });
    }

    @Test
    void theDoorIsLockedWhileTheRipHasTheDriveAndNeverByALook() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            assertThat(bench.played.locked).isTrue();
            drive.close();
            assertThat(bench.played.locked).isFalse();
            Drive look = bench.drives.look("/dev/sr0").orElseThrow();
            look.awaitDisc(StopToken.never());
            assertThat(bench.played.locked).isFalse();
            look.close();
            assertThat(bench.played.openDevices).isZero();
        });
    }

    @Test
    void itIsUnlockedBeforeItIsEjected() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            drive.eject();
            assertThat(bench.played.trayOpen).isTrue();
            drive.close();
        });
    }

    @Test
    void itsTrayIsClosedAgain() {
        DriveBench.with(bench -> {
            bench.played.trayOpen = true;
            try (Drive drive = bench.open()) {
                drive.load();
                assertThat(bench.played.trayOpen).isFalse();
                drive.awaitDisc(StopToken.never());
                assertThat(drive.lengthBytes()).isPositive();
            }
        });
    }

    @Test
    void aTrayThatDoesNotCloseIsToldSo() {
        DriveBench.with(bench -> {
            bench.played.trayOpen = true;
            bench.played.trayStuck = true;
            assertThatThrownBy(bench.open()::load)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the tray of /dev/sr0 stays open: ");
        });
    }

    @Test
    void aDoorThatAnotherLockedIsToldSo() {
        DriveBench.with(bench -> {
            Drive look = bench.drives.look("/dev/sr0").orElseThrow();
            bench.played.locked = true;
            assertThatThrownBy(look::eject)
                    .hasMessage("the disc stays in /dev/sr0: another program has locked its door");
        });
    }

    @Test
    void aSpeedIsAskedOfADvdAsAStreamAndTakenBackAtTheEnd() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            drive.setSpeed(OptionalLong.of(5_540_000));
            assertThat(bench.played.lastStream).startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x8F);
            assertThat(bench.played.lastStream[14]).isEqualTo((byte) 0x15);
            assertThat(bench.played.lastStream[15]).isEqualTo((byte) 0xA4);
            drive.close();
            assertThat(bench.played.lastStream[12]).isEqualTo((byte) 0x10);
        });
    }

    /** A drive says it once, and the command that set the speed was the one to hear it. */
    @Test
    void anotherDiscThatOnlyASpeedCommandHeardOfIsNotRead() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.changeDisc(DriveBench.disc(2, DriveBench.SECTORS));
            drive.setSpeed(OptionalLong.of(5_540_000));
            for (int i = 0; i < 2; i++) {
                assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Changed.class);
            }
            drive.awaitDisc(StopToken.never());
            assertThat(bench.read(drive, 0, 1)).isEqualTo(new ReadOutcome.Good(2048));
        });
    }

    @Test
    void theSpeedIsAskedAgainForAnotherDisc() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            drive.setSpeed(OptionalLong.of(5_540_000));
            bench.played.lastStream = new byte[0];
            bench.played.changeDisc(DriveBench.disc(2, 10));
            drive.awaitDisc(StopToken.never());
            assertThat(bench.played.lastStream).hasSize(28);
            assertThat(drive.lengthBytes()).isEqualTo(10 * 2048);
        });
    }

    @Test
    void aSpeedThatTheDriveDoesNotTakeIsAskedOfTheKernel() {
        DriveBench.with(bench -> {
            bench.played.unknown.add(0xB6);
            bench.played.unknown.add(0xBB);
            Drive drive = bench.ready();
            drive.setSpeed(OptionalLong.of(5_540_000));
            assertThat(bench.played.kernelSpeed).isEqualTo(31);
            drive.setSpeed(OptionalLong.empty());
            assertThat(bench.played.kernelSpeed).isZero();
        });
    }

    @Test
    void aCdsSpeedIsToldOfItsRawSectors() {
        DriveBench.with(bench -> {
            bench.played.profile = 8;
            Drive drive = bench.ready();
            drive.setSpeed(OptionalLong.of(614_400));
            // 4 × 176.4 kB/s, rounded up.
            assertThat(bench.played.lastCdb).startsWith(0xBB, 0, 0x02, 0xC2);
        });
    }

    @Test
    void aProtectedDvdIsKnownByItsStructure() {
        DriveBench.with(bench -> {
            bench.played.protectionSystem = 1;
            assertThat(bench.ready().medium().protectionSystem()).hasValue(1);
            bench.played.profile = 0x40;
            assertThat(bench.ready().medium().protectionSystem()).isEqualTo(OptionalInt.empty());
        });
    }

    @Test
    void whereADvdsSecondLayerBeginsIsKnown() {
        DriveBench.with(bench -> {
            assertThat(bench.ready().medium().layerBreakLba()).isEqualTo(OptionalLong.empty());
            bench.played.dvdFormat =
                    HexFormat.of().parseHex("080200000202311000030000" + "00FBFFFF0021EE6F" + "00");
            assertThat(bench.ready().medium().layerBreakLba()).hasValue(0x1EEE70);
        });
    }

    @Test
    void aDriveThatWasPulledOutIsFoundAgainUnderAnotherName() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.unplugged = true;
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Gone.class);
            assertThatThrownBy(() -> drive.awaitDisc(StopToken.never()))
                    .isInstanceOf(IOException.class);
            bench.played.unplugged = false;
            bench.played.path = "/dev/sr1";
            bench.unplug("sr0");
            bench.plugIn("sr1");
            drive.awaitDisc(StopToken.never());
            assertThat(bench.read(drive, 0, 1)).isEqualTo(new ReadOutcome.Good(2048));
            drive.close();
            assertThat(bench.played.openDevices).isZero();
        });
    }

    @Test
    void aClosedDriveGetsNoCommand() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            drive.close();
            int commands = bench.played.opcodes.size();
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Gone.class);
            assertThatThrownBy(() -> drive.awaitDisc(StopToken.never()))
                    .isInstanceOf(IOException.class);
            drive.close();
            assertThat(bench.played.opcodes).hasSize(commands);
        });
    }
}
