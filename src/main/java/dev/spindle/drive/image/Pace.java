package dev.spindle.drive.image;

import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.Statement;

import java.util.List;

/**
 * How long transfers take at the script's speeds, kept against a schedule: a sleep that lasts too
 * long is made up for by the next command, so the drive is as fast as it says.
 *
 * <p>As a drive that reads ahead by one command, it makes up for a gap between commands that is no
 * longer than a command; time in which nobody asked for more is lost.
 */
final class Pace {
    /** More is not made up for: a drive that hung does not run faster than its speed afterwards. */
    private static final long MOST_CATCH_UP_NANOS = 50_000_000;

    /** What stands for the speed of a drive that has no limit. */
    private static final long UNLIMITED = Long.MAX_VALUE;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long bytesPerSecond;
    private final List<Statement.Slow> slowest;
    private long dueNanos;
    private long returnedNanos;

    Pace(Script script, long nowNanos) {
        this.bytesPerSecond = script.speedBytesPerSecond().orElse(UNLIMITED);
        this.slowest = script.all(Statement.Slow.class).reversed();
        this.dueNanos = nowNanos;
        this.returnedNanos = nowNanos;
    }

    /**
     * How long it takes to transfer the bytes of these sectors.
     *
     * @param sectorBytes bytes of each sector
     */
    long transferNanos(long lba, long sectors, int sectorBytes, long bytes) {
        double nanos = 0;
        for (long sector = lba; sector < lba + sectors; sector++) {
            long rate = rate(sector);
            long left = bytes - (sector - lba) * sectorBytes;
            if (rate != UNLIMITED) {
                nanos += Math.min(left, sectorBytes) * NANOS_PER_SECOND / rate;
            }
        }
        return Math.round(nanos);
    }

    /** When a transfer that is asked for now is due; may have passed, if the drive is behind. */
    long due(long nowNanos, long transferNanos) {
        boolean wasIdle = nowNanos - returnedNanos > transferNanos;
        long from = wasIdle ? nowNanos : Math.max(dueNanos, nowNanos - MOST_CATCH_UP_NANOS);
        return from + transferNanos;
    }

    /**
     * Notes the end of a command.
     *
     * @param endNanos when it should have returned
     * @param nowNanos when it does
     */
    void returned(long endNanos, long nowNanos) {
        dueNanos = endNanos;
        returnedNanos = nowNanos;
    }

    private long rate(long sector) {
        for (Statement.Slow slow : slowest) {
            if (slow.where().contains(sector)) {
                return slow.bytesPerSecond();
            }
        }
        return bytesPerSecond;
    }
}
