package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.script.ScriptParser;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** A scripted drive at work, and its clock. */
final class DriveRig {
    private static final int COMMAND_BYTES = 32 * Drive.SECTOR_BYTES;
    private static final DriveInfo INFO = new DriveInfo("a.iso", "", "a.iso", "", "", true);

    static final ReadOutcome GOOD = new ReadOutcome.Good(COMMAND_BYTES);
    static final ReadOutcome UNREADABLE = new ReadOutcome.MediumError(Sense.UNRECOVERED_READ_ERROR);
    static final ReadOutcome UNPLUGGED = new ReadOutcome.Gone("the drive was unplugged");

    final Concurrency concurrency;
    final PatternSource disc = new PatternSource(1000L * Drive.SECTOR_BYTES + 100, 1);
    final PatternSource other = new PatternSource(10 * Drive.SECTOR_BYTES, 2);
    final ByteBuffer buffer = ByteBuffer.allocateDirect(COMMAND_BYTES);
    final Drive drive;
    final long openedNanos;

    DriveRig(Concurrency concurrency, String script) {
        this.concurrency = concurrency;
        this.openedNanos = concurrency.nanoTime();
        this.drive =
                new ScriptedDrive(
                        concurrency,
                        INFO,
                        ScriptParser.parse(script),
                        disc,
                        Map.of("other.iso", other));
    }

    ReadOutcome read(long lba) {
        return drive.read(lba, 32, buffer);
    }

    ReadOutcome readOne(long lba) {
        return drive.read(lba, 1, buffer);
    }

    Duration clock() {
        return Duration.ofNanos(concurrency.nanoTime() - openedNanos);
    }

    long millis() {
        return clock().toMillis();
    }

    void sleep(Duration duration) {
        var _ = concurrency.gate("sleep").pause(concurrency.in(duration), StopToken.never());
    }

    /** Lets something happen on the virtual clock. */
    static void with(String script, Consumer<DriveRig> body) {
        var concurrency = new BatonConcurrency(1, Duration.ofHours(1));
        var _ = concurrency.run(() -> body.accept(new DriveRig(concurrency, script)));
    }
}
