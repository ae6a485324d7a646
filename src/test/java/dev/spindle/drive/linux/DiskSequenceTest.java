package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/**
 * Another disc of which the drive has told the kernel, not us: all that is left is the number that
 * the kernel gives each disc.
 */
@Tag("unit")
class DiskSequenceTest {
    private static final ReadOutcome CHANGED =
            new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED);

    private static final ReadOutcome GOOD = new ReadOutcome.Good(2048);

    private static void diskseq(DriveBench bench, String number) {
        bench.attribute("sr0/diskseq", number);
    }

    /** As when somebody opens the device, and the kernel's question hears the drive's word. */
    private static void swap(DriveBench bench, String number) {
        bench.played.disc = DriveBench.disc(2, DriveBench.SECTORS);
        diskseq(bench, number);
    }

    @Test
    void anotherDiscBetweenTwoReadsIsNotRead() {
        DriveBench.with(bench -> {
            diskseq(bench, "9");
            Drive drive = bench.ready();
            assertThat(bench.read(drive, 0, 1)).isEqualTo(GOOD);
            swap(bench, "10");
            int reads = bench.played.reads;
            for (int i = 0; i < 3; i++) {
                assertThat(bench.read(drive, 1, 1)).isEqualTo(CHANGED);
            }
            assertThat(bench.played.reads).as("no read is sent").isEqualTo(reads);
            drive.awaitDisc(StopToken.never());
            assertThat(bench.read(drive, 0, 1)).isEqualTo(GOOD);
        });
    }

    @Test
    void whatAReadBroughtWhileTheDiscWasChangedIsNotTaken() {
        DriveBench.with(bench -> {
            diskseq(bench, "9");
            Drive drive = bench.ready();
            bench.played.hands.put(bench.played.reads + 1, _ -> swap(bench, "10"));
            assertThat(bench.read(drive, 0, 1)).isEqualTo(CHANGED);
        });
    }

    @Test
    void aBadSectorOfAnotherDiscIsNoneOfThisOne() {
        DriveBench.with(bench -> {
            diskseq(bench, "9");
            Drive drive = bench.ready();
            bench.played.bad.put(5L, Sense.UNRECOVERED_READ_ERROR);
            bench.played.shortReadLba = 6;
            for (long lba : new long[] {5, 6}) {
                bench.played.hands.put(bench.played.reads + 1, _ -> swap(bench, "1" + lba));
                assertThat(bench.read(drive, lba, 1)).isEqualTo(CHANGED);
                drive.awaitDisc(StopToken.never());
            }
            assertThat(bench.read(drive, 5, 1)).isInstanceOf(ReadOutcome.MediumError.class);
        });
    }

    @Test
    void whatTheDriveItselfSaysCountsMore() {
        DriveBench.with(bench -> {
            diskseq(bench, "9");
            Drive drive = bench.ready();
            bench.played.hands.put(
                    bench.played.reads + 1,
                    played -> {
                        played.disc = null;
                        diskseq(bench, "10");
                    });
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.NotReady.class);
            bench.played.unplugged = true;
            drive.close();
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Gone.class);
        });
    }

    @Test
    void aNumberThatCameWhileTheDiscWasAwaitedIsKnown() {
        DriveBench.with(bench -> {
            diskseq(bench, "9");
            Drive drive = bench.open();
            swap(bench, "10");
            drive.awaitDisc(StopToken.never());
            assertThat(bench.read(drive, 0, 1)).isEqualTo(GOOD);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-"})
    void whereTheKernelHasNoNumberTheDrivesWordCounts(String text) {
        DriveBench.with(bench -> {
            if (!text.equals("-")) {
                diskseq(bench, text);
            }
            Drive drive = bench.ready();
            assertThat(bench.read(drive, 0, 1)).isEqualTo(GOOD);
            bench.played.changeDisc(DriveBench.disc(2, DriveBench.SECTORS));
            assertThat(bench.read(drive, 0, 1)).isEqualTo(CHANGED);
        });
    }

    /** Numbers are never used again, and there is room for all that 64 bits hold. */
    @Test
    void theLargestNumberIsRead() throws IOException {
        DriveBench.with(bench -> {
            diskseq(bench, "18446744073709551614");
            try (var sequence = new DiskSequence(bench.storage, "/dev/sr0")) {
                assertThat(sequence.differs()).isFalse();
                diskseq(bench, "18446744073709551615");
                assertThat(sequence.differs()).isTrue();
                sequence.remember();
                assertThat(sequence.differs()).isFalse();
            }
        });
    }

    /** The number belongs to the device that the drive has now. */
    @Test
    void aDriveThatCameBackUnderAnotherNameIsWatchedThere() {
        DriveBench.with(bench -> {
            diskseq(bench, "9");
            Drive drive = bench.ready();
            bench.played.unplugged = true;
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Gone.class);
            bench.played.unplugged = false;
            bench.played.path = "/dev/sr1";
            bench.unplug("sr0");
            bench.plugIn("sr1");
            bench.attribute("sr1/diskseq", "11");
            drive.awaitDisc(StopToken.never());
            diskseq(bench, "10");
            assertThat(bench.read(drive, 0, 1)).isEqualTo(GOOD);
            bench.attribute("sr1/diskseq", "12");
            assertThat(bench.read(drive, 0, 1)).isEqualTo(CHANGED);
        });
    }
}
