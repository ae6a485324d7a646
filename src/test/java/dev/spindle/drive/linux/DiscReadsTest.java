package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.Errno;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Reads by commands, and every way in which they fail. */
@Tag("unit")
class DiscReadsTest {
    private static final ReadOutcome GOOD = new ReadOutcome.Good(4 * 2048);

    private static void assertBytes(DriveBench bench, long lba, int sectors) {
        var read = new byte[sectors * 2048];
        bench.buffer.get(0, read);
        int from = (int) lba * 2048;
        byte[] disc = DriveBench.disc(1, DriveBench.SECTORS);
        assertThat(read).isEqualTo(Arrays.copyOfRange(disc, from, from + read.length));
    }

    @Test
    void theBytesOfTheDiscCome() {
        DriveBench.with(bench -> {
            assertThat(bench.read(bench.ready(), 7, 4)).isEqualTo(GOOD);
            assertBytes(bench, 7, 4);
        });
    }

    @Test
    void aBadSectorIsAFactAboutTheDisc() {
        DriveBench.with(bench -> {
            bench.played.bad.put(9L, new Sense(3, 0x11, 5));
            Drive drive = bench.ready();
            assertThat(bench.read(drive, 7, 4))
                    .isEqualTo(new ReadOutcome.MediumError(new Sense(3, 0x11, 5)));
            assertThat(bench.read(drive, 10, 4)).isEqualTo(GOOD);
        });
    }

    @Test
    void tooFewBytesAreAFailedRead() {
        DriveBench.with(bench -> {
            bench.played.shortReadLba = 5;
            assertThat(bench.read(bench.ready(), 5, 4))
                    .isEqualTo(new ReadOutcome.ShortTransfer(2 * 2048));
        });
    }

    @Test
    void whatLiesBehindTheEndIsNotAskedFor() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            assertThat(bench.read(drive, DriveBench.SECTORS - 1, 2))
                    .isInstanceOf(ReadOutcome.Fault.class);
            assertThat(bench.read(drive, -1, 1)).isInstanceOf(ReadOutcome.Fault.class);
            assertThat(bench.played.reads).isZero();
        });
    }

    /** The drive counts run-out that it can't read. */
    @Test
    void atTheEndASectorOutOfRangeIsAHole() {
        DriveBench.with(bench -> {
            bench.played.bad.put(399L, new Sense(5, 0x21, 0));
            bench.played.bad.put(100L, new Sense(5, 0x21, 0));
            Drive drive = bench.ready();
            assertThat(bench.read(drive, 399, 1)).isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(bench.read(drive, 100, 1)).isInstanceOf(ReadOutcome.Fault.class);
        });
    }

    @Test
    void moreThanTheWayTakesIsReadInPieces() {
        DriveBench.with(bench -> {
            bench.played.mostBytes = 3 * 2048;
            Drive drive = bench.ready();
            assertThat(bench.read(drive, 8, 32)).isEqualTo(new ReadOutcome.Good(32 * 2048));
            assertBytes(bench, 8, 32);
            assertThat(drive.sectorsPerRead()).isLessThanOrEqualTo(3);
            bench.played.bad.put(20L, Sense.UNRECOVERED_READ_ERROR);
            assertThat(bench.read(drive, 8, 32)).isInstanceOf(ReadOutcome.MediumError.class);
        });
    }

    @Test
    void aDriveThatDoesNotKnowOneReadIsAskedByTheOther() {
        DriveBench.with(bench -> {
            bench.played.unknown.add(0x28);
            Drive drive = bench.ready();
            assertThat(bench.read(drive, 7, 4)).isEqualTo(GOOD);
            assertBytes(bench, 7, 4);
            assertThat(bench.read(drive, 7, 4)).isEqualTo(GOOD);
            assertThat(bench.played.opcodes.stream().filter(code -> code == 0x28)).hasSize(1);
        });
    }

    @Test
    void aSpotThatIsNotAnsweredInTimeIsBadForThisPass() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.hostFailures.add(3);
            bench.played.senses.add(new Sense(6, 0x29, 0));
            assertThat(bench.read(drive, 7, 4))
                    .isEqualTo(new ReadOutcome.MediumError(Sense.NO_ANSWER));
            assertThat(bench.read(drive, 7, 4)).isEqualTo(GOOD);
        });
    }

    @Test
    void aDriveThatAnswersNothingAnyMoreIsNoFactAboutTheDisc() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            for (int i = 0; i < 3; i++) {
                bench.played.hostFailures.add(3);
            }
            assertThat(bench.read(drive, 7, 4)).isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(bench.read(drive, 7, 4)).isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(bench.read(drive, 7, 4)).isInstanceOf(ReadOutcome.Fault.class);
        });
    }

    @Test
    void aDiscThatChangedDuringAResetIsToldSo() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.hostFailures.add(8);
            bench.played.senses.add(Sense.MEDIUM_MAY_HAVE_CHANGED);
            assertThat(bench.read(drive, 7, 4)).isInstanceOf(ReadOutcome.Changed.class);
        });
    }

    @Test
    void aDiscThatWasTakenOutIsToldSo() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.disc = null;
            assertThat(bench.read(drive, 7, 4))
                    .isEqualTo(new ReadOutcome.NotReady(new Sense(2, 0x3A, 1)));
        });
    }

    @Test
    void aSectorThatNeedsAKeyIsProtected() {
        DriveBench.with(bench -> {
            bench.played.bad.put(50L, new Sense(5, 0x6F, 3));
            assertThat(bench.read(bench.ready(), 50, 1))
                    .isEqualTo(new ReadOutcome.Protected(new Sense(5, 0x6F, 3)));
        });
    }

    @Test
    void aKernelThatSendsNothingIsAFault() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.commandFailure = Errno.ENOMEM;
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Fault.class);
            bench.played.commandFailure = Errno.ENXIO;
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Gone.class);
        });
    }
}
