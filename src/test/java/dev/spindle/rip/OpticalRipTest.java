package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Sense;
import dev.spindle.drive.linux.LinuxDrives;
import dev.spindle.drive.linux.PlayedDrive;
import dev.spindle.drive.linux.PlayedFacts;
import dev.spindle.os.Errno;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** The engine that ships with a drive that answers commands: pulled out, changed, reset, locked. */
@Tag("unit")
class OpticalRipTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** 16 MiB in reads of 64 KiB: 256 of them. */
    private static final int HALF = 100;

    /** What asks for the drive's own speed. */
    private static final int FASTEST = 0x10000000;

    private static void with(BiConsumer<Bench, PlayedDrive> body) {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 16 * TestImage.MIB, "SIMULATED");
                    var played = new PlayedDrive(bench.image);
                    var drives =
                            new LinuxDrives(bench.baton, bench.storage, played, new PlayedFacts());
                    bench.opener = Optional.of(address -> drives.open(address).orElseThrow());
                    bench.drive = "/dev/sr0";
                    attribute(bench, "vendor", "PIONEER");
                    attribute(bench, "model", "BD-RW   BDR-209D");
                    body.accept(bench, played);
                    assertThat(played.locked).as("the door is unlocked").isFalse();
                    assertThat(played.openDevices).isZero();
                });
    }

    private static void attribute(Bench bench, String name, String value) {
        bench.storage
                .insight()
                .file("/sys/block/sr0/device/" + name, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertOutcome(RipVerdict verdict, RipOutcome outcome) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(outcome);
    }

    @Test
    void aDiscIsRippedBehindALockedDoor() {
        with((bench, played) -> {
            played.hands.put(HALF, drive -> assertThat(drive.locked).isTrue());
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.files().assertComplete();
            assertThat(bench.files().record().drive().vendor()).isEqualTo("PIONEER");
        });
    }

    @Test
    void aDriveThatIsPulledOutEndsTheRipAndTheNextOneGoesOn() {
        with((bench, played) -> {
            played.hands.put(HALF, drive -> drive.unplugged = true);
            assertOutcome(bench.rip(), RipOutcome.DRIVE_FAILED);
            bench.files().assertMapHolds();
            played.unplugged = false;
            int reads = played.reads;
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.files().assertComplete();
            assertThat(played.reads - reads).as("what was read is kept").isLessThan(256);
        });
    }

    @Test
    void aDriveThatComesBackIsGoneOnWith() {
        with((bench, played) -> {
            bench.patience = PATIENCE;
            played.hands.put(
                    HALF,
                    drive -> {
                        drive.unplugged = true;
                        var _ = bench.later(Duration.ofSeconds(30), () -> drive.unplugged = false);
                    });
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.COMPLETE);
            assertThat(verdict.totalSeconds()).isBetween(30.0, 40.0);
            bench.files().assertComplete();
        });
    }

    @Test
    void theSpeedIsChangedBetweenTwoReads() {
        with((bench, played) -> {
            var rip = new AtomicReference<Rip>();
            var streams = new ArrayList<byte[]>();
            played.hands.put(
                    HALF, _ -> rip.get().changeSpeed(Optional.of(new ReadSpeed.Rate(5_540_000))));
            played.hands.put(HALF + 1, drive -> streams.add(drive.lastStream));
            played.hands.put(HALF + 2, _ -> rip.get().changeSpeed(Optional.empty()));
            played.hands.put(HALF + 3, drive -> streams.add(drive.lastStream));
            rip.set(bench.start());
            assertOutcome(bench.end(rip.get()), RipOutcome.COMPLETE);
            // 5540 kB within 1000 ms (MMC-6, SET STREAMING).
            assertThat(Arrays.copyOfRange(streams.get(0), 12, 16))
                    .containsExactly(0, 0, 0x15, 0xA4);
            assertThat(Arrays.copyOfRange(streams.get(1), 12, 16)).containsExactly(0x10, 0, 0, 0);
            bench.files().assertComplete();
        });
    }

    @Test
    void anImageLeavesAWishForASpeedAlone() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * TestImage.MIB, "SIMULATED");
                    bench.script = "speed 1M";
                    var rip = bench.start();
                    rip.changeSpeed(Optional.of(new ReadSpeed.Times(1)));
                    assertOutcome(bench.end(rip), RipOutcome.COMPLETE);
                    rip.changeSpeed(Optional.empty());
                    bench.files().assertComplete();
                });
    }

    @Test
    void anotherDiscIsNeverGoneOnWithAndTheFirstOneIs() {
        with((bench, played) -> {
            bench.patience = PATIENCE;
            var other = TestImage.iso(2, 16 * TestImage.MIB, "OTHER");
            played.hands.put(
                    HALF,
                    drive -> {
                        drive.changeDisc(other);
                        var _ =
                                bench.later(
                                        Duration.ofSeconds(60),
                                        () -> drive.changeDisc(bench.image));
                    });
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.COMPLETE);
            assertThat(verdict.totalSeconds()).isGreaterThanOrEqualTo(60);
            bench.files().assertComplete();
        });
    }

    /**
     * The drive told the kernel at somebody's open, and nobody else: its number is all there is.
     */
    private static void swapUnseen(Bench bench, PlayedDrive drive, byte[] disc, int number) {
        drive.disc = disc;
        diskseq(bench, number);
    }

    private static void diskseq(Bench bench, int number) {
        bench.storage
                .insight()
                .file(
                        "/sys/block/sr0/diskseq",
                        (number + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aTwinThatOnlyTheKernelHeardOfIsNeverGoneOnWith() {
        with((bench, played) -> {
            diskseq(bench, 3);
            var twin = TestImage.iso(2, 16 * TestImage.MIB, "SIMULATED");
            played.hands.put(HALF, drive -> swapUnseen(bench, drive, twin, 4));
            assertOutcome(bench.rip(), RipOutcome.DRIVE_FAILED);
            bench.files().assertMapHolds();
        });
    }

    /** Whose descriptors are the same to the last byte. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, HALF, 250})
    void aTwinOfTheSameSecondIsNeverGoneOnWith(int read) {
        with((bench, played) -> {
            diskseq(bench, 3);
            var twin = TestImage.twin(bench.image);
            played.hands.put(read, drive -> swapUnseen(bench, drive, twin, 4));
            assertOutcome(bench.rip(), RipOutcome.DRIVE_FAILED);
            bench.files().assertMapHolds();
            played.disc = bench.image;
            diskseq(bench, 5);
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void theFirstDiscIsKnownAgainAfterItsTwinWasLookedAt() {
        with((bench, played) -> {
            bench.patience = PATIENCE;
            played.hands.put(
                    HALF,
                    drive -> {
                        drive.changeDisc(TestImage.twin(bench.image));
                        var _ =
                                bench.later(
                                        Duration.ofSeconds(60),
                                        () -> drive.changeDisc(bench.image));
                    });
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.COMPLETE);
            assertThat(verdict.totalSeconds()).isBetween(60.0, 70.0);
            bench.files().assertComplete();
        });
    }

    @Test
    void theFirstDiscIsGoneOnWithThoughOnlyTheKernelHeardOfIt() {
        with((bench, played) -> {
            diskseq(bench, 3);
            bench.patience = PATIENCE;
            var twin = TestImage.iso(2, 16 * TestImage.MIB, "SIMULATED");
            played.hands.put(
                    HALF,
                    drive -> {
                        swapUnseen(bench, drive, twin, 4);
                        var _ =
                                bench.later(
                                        Duration.ofSeconds(60),
                                        () -> swapUnseen(bench, drive, bench.image, 5));
                    });
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.COMPLETE);
            assertThat(verdict.totalSeconds()).isGreaterThanOrEqualTo(60);
            bench.files().assertComplete();
        });
    }

    @Test
    void aNumberThatGrewForTheSameDiscCostsNothing() {
        with((bench, played) -> {
            diskseq(bench, 3);
            played.hands.put(HALF, _ -> diskseq(bench, 4));
            played.hands.put(HALF + 50, _ -> diskseq(bench, 5));
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void aLongerDiscWithTheSameBeginningIsAnother() {
        with((bench, played) -> {
            var longer = new byte[bench.image.length + 2048];
            System.arraycopy(bench.image, 0, longer, 0, bench.image.length);
            played.hands.put(HALF, drive -> drive.changeDisc(longer));
            assertOutcome(bench.rip(), RipOutcome.DRIVE_FAILED);
            bench.files().assertMapHolds();
        });
    }

    @Test
    void withoutPatienceAnotherDiscEndsTheRip() {
        with((bench, played) -> {
            played.hands.put(
                    HALF, drive -> drive.changeDisc(TestImage.iso(2, 16 * TestImage.MIB, "OTHER")));
            assertOutcome(bench.rip(), RipOutcome.DRIVE_FAILED);
            bench.files().assertMapHolds();
        });
    }

    /** 06/29: power on or reset; 06/28 with the same disc, as after a press of the button. */
    @Test
    void aResetCostsNothingWhereTheDiscIsTheSame() {
        with((bench, played) -> {
            played.hands.put(HALF, drive -> drive.senses.add(new Sense(6, 0x29, 0)));
            played.hands.put(HALF + 50, drive -> drive.senses.add(Sense.MEDIUM_MAY_HAVE_CHANGED));
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void aDiscThatIsTakenOutEndsTheRipAtOnce() {
        with((bench, played) -> {
            played.hands.put(HALF, drive -> drive.disc = null);
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.DRIVE_FAILED);
            assertThat(verdict.totalSeconds()).isLessThan(5);
            bench.files().assertMapHolds();
        });
    }

    @Test
    void aProtectedSectorEndsTheRipWithWhatCameBefore() {
        with((bench, played) -> {
            played.bad.put(5000L, new Sense(5, 0x6F, 3));
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.PROTECTED_DISC);
            assertThat(verdict.text()).contains("copy-protected", "no decryption");
            bench.files().assertMapHolds();
        });
    }

    @Test
    void aBadSpotIsAHoleAndTheRestIsThere() {
        with((bench, played) -> {
            played.bad.put(5000L, new Sense(3, 0x11, 5));
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.text()).contains("1 ");
        });
    }

    @Test
    void aStopUnlocksTheDoor() {
        with((bench, played) -> {
            bench.wishes = new DriveWishes(Optional.empty(), true);
            var holder = new Rip[1];
            played.hands.put(HALF, _ -> holder[0].stop());
            holder[0] = bench.start();
            assertOutcome(bench.end(holder[0]), RipOutcome.STOPPED);
            assertThat(played.trayOpen).as("nothing is ejected").isFalse();
        });
    }

    @Test
    void theDiscComesOutAtTheEnd() {
        with((bench, played) -> {
            bench.wishes = new DriveWishes(Optional.empty(), true);
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            assertThat(played.trayOpen).isTrue();
            bench.files().assertComplete();
        });
    }

    @Test
    void theUsersSpeedIsAskedForAndTakenBack() {
        with((bench, played) -> {
            bench.wishes = new DriveWishes(Optional.of(new ReadSpeed.Times(4)), false);
            played.hands.put(
                    HALF,
                    drive ->
                            assertThat(drive.lastStream)
                                    .contains(new byte[] {0, 0, 0x15, (byte) 0xA4}));
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            assertThat(played.lastStream[12]).as("the fastest").isEqualTo((byte) 0x10);
        });
    }

    /** Thousand bytes a second (MMC-6, SET STREAMING). */
    private static List<Integer> speeds(PlayedDrive played) {
        return played.streams.stream().map(d -> ByteBuffer.wrap(d).getInt(12)).toList();
    }

    @Test
    void damageIsReadSlowlyAndTheSpeedGivenBack() {
        with((bench, played) -> {
            played.bad.put(5000L, new Sense(3, 0x11, 5));
            assertOutcome(bench.rip(), RipOutcome.FINISHED_WITH_HOLES);
            assertThat(speeds(played)).containsExactly(4 * 1385, FASTEST);
        });
    }

    @Test
    void aGoodDiscIsReadWithoutAWordOnSpeed() {
        with((bench, played) -> {
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            assertThat(played.streams).isEmpty();
        });
    }

    @Test
    void theUsersSpeedHoldsInDamageToo() {
        with((bench, played) -> {
            bench.wishes = new DriveWishes(Optional.of(new ReadSpeed.Times(2)), false);
            played.bad.put(5000L, new Sense(3, 0x11, 5));
            assertOutcome(bench.rip(), RipOutcome.FINISHED_WITH_HOLES);
            assertThat(speeds(played)).containsExactly(2 * 1385, FASTEST);
        });
    }

    @Test
    void aDiscIsWaitedForAtTheStart() {
        with((bench, played) -> {
            byte[] disc = played.disc;
            played.disc = null;
            bench.patience = PATIENCE;
            var _ = bench.later(Duration.ofSeconds(50), () -> played.disc = disc);
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.COMPLETE);
            assertThat(verdict.totalSeconds()).isGreaterThanOrEqualTo(50);
            bench.files().assertComplete();
        });
    }

    @Test
    void aDiscThatNeverComesIsWaitedForAsLongAsTheUserSaid() {
        with((bench, played) -> {
            played.disc = null;
            bench.patience = Duration.ofSeconds(30);
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.REFUSED_INPUT);
            assertThat(verdict.text()).isEqualTo("there is no disc in /dev/sr0; insert one.");
            assertThat(verdict.totalSeconds()).isBetween(30.0, 34.0);
        });
    }

    @Test
    void theWaitForADiscCanBeStopped() {
        with((bench, played) -> {
            played.disc = null;
            bench.patience = PATIENCE;
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(20));
            assertThat(rip.snapshot().notice()).contains("Waiting for a disc in /dev/sr0");
            rip.stop();
            assertThat(bench.timeToEnd(rip)).isLessThan(Duration.ofSeconds(1));
            assertOutcome(bench.end(rip), RipOutcome.STOPPED);
        });
    }

    @Test
    void withoutADiscNothingBegins() {
        with((bench, played) -> {
            played.disc = null;
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.REFUSED_INPUT);
            assertThat(verdict.text()).isEqualTo("there is no disc in /dev/sr0; insert one.");
        });
    }

    @Test
    void aMountedDiscIsRefusedBeforeAnythingIsWritten() {
        with((bench, played) -> {
            played.openFailure = Errno.EBUSY;
            assertOutcome(bench.rip(), RipOutcome.REFUSED_INPUT);
            bench.files().assertNothingElse();
        });
    }
}
