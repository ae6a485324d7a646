package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.range.SizeText;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * How much the device under the destination was given, and how much of that may have come from
 * here: what is left came from other programs. One owner, the conductor.
 */
final class DeviceTraffic {
    /** A minute and a half; a longer stall is judged by its end. */
    private static final int MOST_LOOKS = 900;

    /** Less may be metadata, or the begin of a write that has not returned. */
    private static final long WORTH_BYTES = 8 << 20;

    private final Storage storage;
    private final ArrayDeque<Look> looks = new ArrayDeque<>();

    /**
     * What was known at a moment.
     *
     * @param deviceBytes by its counter
     * @param takenBytes what write calls had taken
     * @param pendingBytes what of that may not have reached the device yet
     */
    private record Look(long nanos, long deviceBytes, long takenBytes, long pendingBytes) {}

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

        boolean isMostlyOfOthers() {
            long others = deviceBytes - ourMostBytes;
            return others >= WORTH_BYTES && others >= deviceBytes / 2;
        }
    }

    DeviceTraffic(Storage storage) {
        this.storage = storage;
    }

    /** Notes what is known now; nothing where the device tells nothing. */
    void look(long nowNanos, Streaming streaming) {
        var counted = storage.writeProgressBytes(streaming.files().facts());
        if (counted.isEmpty()) {
            looks.clear();
            return;
        }
        looks.addLast(
                new Look(
                        nowNanos,
                        counted.getAsLong(),
                        streaming.writer().takenBytes(),
                        streaming.ledger().unconfirmedBytes()));
        if (looks.size() > MOST_LOOKS) {
            looks.removeFirst();
        }
    }

    /** What was given in a span; empty where it was not looked at twice in it. */
    Optional<Share> between(long startNanos, long endNanos) {
        Look first = null;
        Look last = null;
        for (Look look : looks) {
            if (look.nanos <= startNanos || first == null) {
                first = look;
            }
            last = look;
            if (look.nanos >= endNanos) {
                break;
            }
        }
        if (first == null || last == null || last.nanos <= Math.max(startNanos, first.nanos)) {
            return Optional.empty();
        }
        return Optional.of(
                new Share(
                        last.deviceBytes - first.deviceBytes,
                        last.takenBytes - first.takenBytes + first.pendingBytes));
    }
}
