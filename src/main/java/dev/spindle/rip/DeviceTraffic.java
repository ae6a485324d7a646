package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.range.SizeText;
import dev.spindle.writeback.Pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * How much the device under the destination was given, and how much of that may have come from this
 * rip: what is left came from others. One owner, the conductor.
 */
final class DeviceTraffic {
    /** A minute and a half; a longer stall is judged by its end. */
    private static final int MOST_LOOKS = 900;

    /** What a call may have brought there before it returned or failed. */
    private static final long CALL_BYTES = Pipeline.MAX_GATHERED_BYTES;

    /** A device that takes less than this share of what it was seen to take is not busy. */
    private static final double BUSY = 0.5;

    /** What its cache took at first is forgotten, by half in 23 s. */
    private static final double FADING = 0.97;

    /** The time over which that is seen. */
    private static final long RATE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Storage storage;
    private final ArrayDeque<Look> looks = new ArrayDeque<>();
    private long rateSinceNanos;
    private long rateSinceBytes;

    /** In bytes a nanosecond. */
    private double bestRate;

    /**
     * What was known at a moment.
     *
     * @param deviceBytes by its counter
     * @param givenBytes what write calls had taken, and may have brought there in vain
     * @param pendingBytes what of that may not have reached the device yet
     */
    private record Look(long nanos, long deviceBytes, long givenBytes, long pendingBytes) {}

    /**
     * What the device was given in a span of time.
     *
     * @param deviceBytes all of it
     * @param ourMostBytes what may have come from here
     */
    record Share(long deviceBytes, long ourMostBytes) {
        /** For people who ask. */
        String text() {
            return "device "
                    + SizeText.format(deviceBytes)
                    + ", own ≤ "
                    + SizeText.format(ourMostBytes);
        }

        /** A file system that writes each byte twice, as ext4 with data=journal, is not enough. */
        boolean isMostlyOfOthers() {
            long others = deviceBytes - ourMostBytes;
            return others >= 2 * ourMostBytes;
        }
    }

    DeviceTraffic(Storage storage) {
        this.storage = storage;
    }

    /** Notes what is known now; nothing where the device tells nothing. */
    void look(long nowNanos, Streaming streaming) {
        var counted = storage.writeProgressBytes(streaming.files().facts());
        var ledger = streaming.ledger().status();
        // Once writes were lost it is not known what of them the system still brings there.
        if (counted.isEmpty() || ledger.errors() > 0) {
            looks.clear();
            return;
        }
        noteRate(nowNanos, counted.getAsLong());
        looks.addLast(
                new Look(
                        nowNanos,
                        counted.getAsLong(),
                        streaming.writer().takenBytes()
                                + CALL_BYTES * streaming.writer().repeatedWrites(),
                        ledger.unconfirmedBytes()));
        if (looks.size() > MOST_LOOKS) {
            looks.removeFirst();
        }
    }

    private void noteRate(long nowNanos, long deviceBytes) {
        if (rateSinceNanos == 0) {
            rateSinceNanos = nowNanos;
            rateSinceBytes = deviceBytes;
        }
        long nanos = nowNanos - rateSinceNanos;
        if (nanos >= RATE_NANOS) {
            bestRate = Math.max(FADING * bestRate, (double) (deviceBytes - rateSinceBytes) / nanos);
            rateSinceNanos = nowNanos;
            rateSinceBytes = deviceBytes;
        }
    }

    /**
     * What was given in a span, by looks that lie in it; empty where the device was not busy then.
     */
    Optional<Share> whileBusy(long startNanos, long endNanos) {
        var inside =
                looks.stream()
                        .filter(look -> look.nanos >= startNanos && look.nanos <= endNanos)
                        .toList();
        if (inside.size() < 2 || bestRate <= 0) {
            return Optional.empty();
        }
        Look first = inside.getFirst();
        Look last = inside.getLast();
        long deviceBytes = last.deviceBytes - first.deviceBytes;
        return deviceBytes < BUSY * bestRate * (last.nanos - first.nanos)
                ? Optional.empty()
                : Optional.of(
                        new Share(
                                deviceBytes,
                                last.givenBytes
                                        - first.givenBytes
                                        + first.pendingBytes
                                        + CALL_BYTES));
    }
}
