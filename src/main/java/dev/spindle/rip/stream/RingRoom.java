package dev.spindle.rip.stream;

import dev.spindle.writeback.CallCost;
import dev.spindle.writeback.Pipeline;

import java.time.Duration;

/**
 * How much of the ring may be filled. Where the storage is slower than the drive, a ring stands
 * full, and what stands in it brings nothing: the drive waits all the same, there is no room left
 * for a moment in which the storage pauses, and behind the last read the storage has all of it to
 * take yet. So a ring that has stood full for a while shrinks to what the storage takes in a
 * fraction of a second, slowly, so that the drive goes on meanwhile; and it grows again as soon as
 * the writer has to wait for the drive. Not for several threads.
 */
final class RingRoom {
    /** Less than this would make reader and writer wait for each other. */
    private static final double LEAST_SLOTS = 4;

    /** So long it must stand full, and the storage take, before it shrinks. */
    private static final long STANDING_NANOS = Duration.ofSeconds(2).toNanos();

    /** A storage that takes longer for a buffer pauses: what it is fast at is not known then. */
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    /** A drive that is late once is no reason to begin anew: it was full just now. */
    private static final long LATE_NANOS = Duration.ofMillis(250).toNanos();

    /** What the storage takes in this time is enough to keep it busy. */
    private static final double WORTH_NANOS = Duration.ofMillis(40).toNanos();

    /** A drive that waits for room waits as long as a call: what the storage takes in this time. */
    private static final double CALL_NANOS = Duration.ofMillis(50).toNanos();

    /** But not less than this, or nothing is learned of what a call costs by itself. */
    private static final long LEAST_OF_A_CALL_BYTES = 2L * Slot.BYTES;

    /** For the same reason each so many bring half as much. */
    private static final int CALLS_BETWEEN_TRIES = 4;

    /** With each buffer that is written; the drive goes on at half of the storage's pace. */
    private static final double SHRINKS_BY = 0.5;

    /** Buffers between reader and writer, on their way. */
    private static final int ON_THE_WAY = 2;

    /** Buffers that one call is given at most. */
    private static final int MOST_OF_A_CALL = Pipeline.MAX_GATHERED_BYTES / Slot.BYTES;

    private final int mostSlots;
    private final Grain grain;
    private final CallCost cost = new CallCost();
    private double slots;
    private long standsSinceNanos;
    private long lastWrittenNanos;
    private long lastFullNanos;
    private long costsSinceNanos;
    private long mostOfACallBytes = Long.MAX_VALUE;
    private long calls;
    private long writtenStanding;
    private int lastCount;

    /**
     * @param smallestGrainBytes as {@link Grain} has it
     */
    RingRoom(int mostSlots, int smallestGrainBytes, long nowNanos) {
        this.mostSlots = mostSlots;
        this.slots = mostSlots;
        this.grain = new Grain(smallestGrainBytes);
        this.lastWrittenNanos = nowNanos;
        this.lastFullNanos = nowNanos - LATE_NANOS;
        begin(nowNanos);
    }

    /** Buffers that may be in use. */
    int slots() {
        return (int) Math.ceil(slots);
    }

    /** So much of each is filled before the writer gets it. */
    int grainBytes() {
        return grain.bytes();
    }

    /**
     * Bytes that one call is given at most. While the ring is full, and calls cost nothing by
     * themselves, a large one only makes the drive wait for longer.
     */
    long mostOfACallBytes() {
        return mostOfACallBytes;
    }

    /**
     * Buffers were written, with one call.
     *
     * @param count how many
     * @param bytes what was in them
     * @param inUse buffers in use, these not counted
     * @param moreWaits whether the next one is there already
     */
    void written(long nowNanos, int count, long bytes, int inUse, boolean moreWaits) {
        long elapsedNanos = nowNanos - lastWrittenNanos;
        boolean paused = elapsedNanos > count * PAUSE_NANOS;
        lastWrittenNanos = nowNanos;
        if (!moreWaits) {
            slots = Math.min(mostSlots, 2 * slots);
            grain.writerWaits();
        }
        if (!moreWaits || 2 * inUse < slots()) {
            mostOfACallBytes = Long.MAX_VALUE;
        }
        // A shorter call leaves the drive less time for what the longer one before it has freed.
        int freed = Math.max(count, lastCount);
        lastCount = count;
        if (inUse >= slots() - freed + 1 - ON_THE_WAY) {
            lastFullNanos = nowNanos;
        }
        if (paused || !moreWaits || nowNanos - lastFullNanos > LATE_NANOS) {
            begin(nowNanos);
            return;
        }
        cost.took((double) bytes / Slot.BYTES, elapsedNanos);
        int ofCalls = ofCalls();
        mostOfACallBytes = ofCalls > 0 ? Long.MAX_VALUE : shortCall(bytes, elapsedNanos);
        writtenStanding += bytes;
        long standingNanos = nowNanos - standsSinceNanos;
        if (standingNanos >= STANDING_NANOS) {
            settle(nowNanos, count, bytes, (double) writtenStanding / standingNanos, ofCalls);
        }
    }

    private long shortCall(long bytes, long elapsedNanos) {
        calls++;
        long most = (long) (CALL_NANOS * bytes / Math.max(1, elapsedNanos));
        long enough = Math.max(LEAST_OF_A_CALL_BYTES, most);
        return calls % CALLS_BETWEEN_TRIES == 0 ? enough / 2 : enough;
    }

    /** The ring becomes smaller first, and once it is small what is in each buffer. */
    private void settle(long nowNanos, int count, long bytes, double bytesPerNano, int ofCalls) {
        if (ofCalls == 0) {
            costsSinceNanos = nowNanos;
        } else if (nowNanos - costsSinceNanos < STANDING_NANOS) {
            // A line through a pause says so too: all stays as it is until more is known.
            grain.begin();
            return;
        }
        double worth = Math.max(bytesPerNano * WORTH_NANOS / grain.bytes(), ofCalls);
        double wanted = Math.max(LEAST_SLOTS, worth);
        follow(wanted, count * SHRINKS_BY);
        if (ofCalls > 0) {
            grain.whole(nowNanos);
        } else if (slots <= wanted + 1) {
            grain.written(nowNanos, bytes);
        } else {
            grain.begin();
        }
    }

    /** A call is given half of what waits, and meanwhile as much comes. */
    private int ofCalls() {
        int buffers = cost.worth(MOST_OF_A_CALL);
        return buffers == 1 ? 0 : 3 * buffers + ON_THE_WAY;
    }

    private void follow(double worth, double step) {
        slots =
                slots > worth
                        ? Math.max(worth, slots - step)
                        : Math.min(Math.min(mostSlots, worth), slots + step);
    }

    private void begin(long nowNanos) {
        standsSinceNanos = nowNanos;
        writtenStanding = 0;
        grain.begin();
    }
}
