package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.Approach;
import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** The ways to a bad sector beside the plain one: a rest for the disc, and the block device. */
@Tag("unit")
class DriveApproachesTest {
    private static final int STOP_UNIT = 0b00;
    private static final int START_UNIT = 0b01;

    @Test
    void aRestStopsTheDiscAndStartsItAgain() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            assertThat(drive.approaches()).containsExactlyInAnyOrder(Approach.values());
            long startNanos = bench.baton.nanoTime();
            drive.rest(StopToken.never());
            assertThat(bench.played.startStops).containsExactly(STOP_UNIT, START_UNIT);
            assertThat(bench.clock(startNanos)).isEqualTo(Duration.ofSeconds(3));
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Good.class);
            assertThat(drive.approaches()).contains(Approach.RESTED);
        });
    }

    @Test
    void aStopEndsTheRestAndTheDiscSpinsUp() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            var stop = new StopToken();
            bench.later(Duration.ofSeconds(1), stop::stop);
            long startNanos = bench.baton.nanoTime();
            drive.rest(stop);
            assertThat(bench.clock(startNanos)).isEqualTo(Duration.ofSeconds(1));
            assertThat(bench.played.startStops).endsWith(START_UNIT);
        });
    }

    /** Its disc is looked at again then, and that must not happen over and over. */
    @Test
    void aDriveThatTakesItsDiscForANewOneIsNotRestedAgain() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.senses.add(Sense.MEDIUM_MAY_HAVE_CHANGED);
            drive.rest(StopToken.never());
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Changed.class);
            assertThat(drive.approaches()).doesNotContain(Approach.RESTED);
        });
    }

    @Test
    void aDriveThatRefusesIsNotAskedAgain() {
        DriveBench.with(bench -> {
            Drive drive = bench.ready();
            bench.played.unknown.add(0x1B);
            assertThatThrownBy(() -> drive.rest(StopToken.never()))
                    .isInstanceOf(CommandFailedException.class);
            assertThat(drive.approaches()).doesNotContain(Approach.RESTED);
        });
    }

    @Test
    void theBlockDeviceBringsWhatTheCommandsDoNot() {
        DriveBench.with(bench -> {
            byte[] disc = DriveBench.disc(1, DriveBench.SECTORS);
            bench.storage.insight().file("/dev/sr0", disc);
            Drive drive = bench.ready();
            bench.played.bad.put(7L, Sense.UNRECOVERED_READ_ERROR);
            assertThat(bench.read(drive, 7, 1)).isInstanceOf(ReadOutcome.MediumError.class);
            ByteBuffer into = bench.buffer.clear();
            assertThat(drive.readByBlockDevice(7, 1, into)).isEqualTo(new ReadOutcome.Good(2048));
            var came = new byte[2048];
            into.get(0, came);
            assertThat(came).isEqualTo(Arrays.copyOfRange(disc, 7 * 2048, 8 * 2048));
            assertThat(drive.readByBlockDevice(DriveBench.SECTORS, 1, into))
                    .as("behind the end")
                    .isNotInstanceOf(ReadOutcome.Good.class);
            drive.close();
            assertThat(bench.storage.insight().openFiles()).isEmpty();
        });
    }

    /** The kernel's commands take the drive's word of another disc; its event tells it too. */
    @Test
    void whatTheKernelWasToldOfAnotherDiscIsHeard() {
        DriveBench.with(bench -> {
            bench.storage.insight().file("/dev/sr0", DriveBench.disc(1, DriveBench.SECTORS));
            bench.played.mediaEvent = 2;
            Drive drive = bench.ready();
            bench.storage.on(CallKind.READ).path("/dev/sr0").first(2).fail(Errno.EIO);
            ByteBuffer into = bench.buffer.clear();
            assertThat(drive.readByBlockDevice(7, 1, into))
                    .as("what happened before this disc was looked at is over")
                    .isInstanceOf(ReadOutcome.MediumError.class);
            bench.played.mediaEvent = 2;
            assertThat(drive.readByBlockDevice(7, 1, into)).isInstanceOf(ReadOutcome.Changed.class);
            assertThat(bench.read(drive, 0, 1)).isInstanceOf(ReadOutcome.Changed.class);
        });
    }

    @Test
    void aDriveThatKnowsNoEventsIsNotReadByTheKernel() {
        DriveBench.with(bench -> {
            bench.played.unknown.add(0x4A);
            assertThat(bench.ready().approaches())
                    .contains(Approach.RUN_UP)
                    .doesNotContain(Approach.BLOCK_DEVICE);
        });
    }

    @Test
    void aDriveThatIsGoneIsGoneThereToo() {
        DriveBench.with(bench -> {
            bench.storage.insight().file("/dev/sr0", DriveBench.disc(1, DriveBench.SECTORS));
            Drive drive = bench.ready();
            bench.storage.on(CallKind.READ).path("/dev/sr0").first(1).fail(Errno.ENODEV);
            assertThat(drive.readByBlockDevice(7, 1, bench.buffer.clear()))
                    .isInstanceOf(ReadOutcome.Gone.class);
        });
    }

    @Test
    void aBadSectorIsBadThereTooAndARefusalIsTheLast() {
        DriveBench.with(bench -> {
            bench.storage.insight().file("/dev/sr0", DriveBench.disc(1, DriveBench.SECTORS));
            Drive drive = bench.ready();
            bench.storage.on(CallKind.READ).nth(1).fail(Errno.EIO);
            bench.storage.on(CallKind.READ).nth(2).fail(Errno.EINVAL);
            ByteBuffer into = bench.buffer.clear();
            assertThat(drive.readByBlockDevice(7, 1, into))
                    .isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(drive.approaches()).contains(Approach.BLOCK_DEVICE);
            assertThat(drive.readByBlockDevice(7, 1, into))
                    .isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(drive.approaches()).doesNotContain(Approach.BLOCK_DEVICE);
        });
    }
}
