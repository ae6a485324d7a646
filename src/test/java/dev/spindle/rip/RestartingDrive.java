package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * As real drives do, it has to find its place again after it had nothing to do, and to spin up
 * after a long rest.
 */
final class RestartingDrive implements DriveAround {
    private static final long NOTHING_TO_DO_NANOS = Duration.ofMillis(100).toNanos();
    private static final long RESTS_AFTER_NANOS = Duration.ofSeconds(6).toNanos();

    private final BatonConcurrency baton;
    private final Drive drive;
    private final Duration seek;
    private final Duration spinUp;
    private long endedNanos;
    private long besidesNanos;
    private long busyUntilNanos;

    RestartingDrive(BatonConcurrency baton, Drive drive, Duration seek, Duration spinUp) {
        this.baton = baton;
        this.drive = drive;
        this.seek = seek;
        this.spinUp = spinUp;
        this.endedNanos = baton.nanoTime();
    }

    /** Nobody ran for so long, up to now: what it was doing it did, and then it had no command. */
    void nobodyRan(Duration howLong) {
        long idleNanos = Math.min(howLong.toNanos(), baton.nanoTime() - busyUntilNanos);
        besidesNanos += Math.max(0, idleNanos);
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        long idleNanos = baton.nanoTime() - endedNanos + besidesNanos;
        besidesNanos = 0;
        if (idleNanos >= NOTHING_TO_DO_NANOS) {
            var restart = idleNanos >= RESTS_AFTER_NANOS ? spinUp : seek;
            busyUntilNanos = baton.nanoTime() + restart.toNanos();
            var _ = baton.gate("restart").pause(baton.in(restart), StopToken.never());
        }
        var outcome = drive.read(lba, sectors, into);
        endedNanos = baton.nanoTime();
        return outcome;
    }

    @Override
    public Drive drive() {
        return drive;
    }
}
