package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;

/** A ring, a drive and a storage that takes so long for a call, step by step of 0.1 ms. */
@Tag("unit")
final class RingGrainTest {
    private static final int SLOTS = 62;
    private static final long STEP_NANOS = 100_000;

    private final RingRoom room = new RingRoom(SLOTS, Grain.LEAST_BYTES, 0);
    private final ArrayDeque<Double> waiting = new ArrayDeque<>();
    private long nowNanos;
    private double filling;
    private boolean isFilling;
    private int inCall;
    private double inCallMib;
    private double callEndsNanos;
    private double writtenMib;
    private double longestCallNanos;

    /**
     * Goes on for so long.
     *
     * @param drive in MiB a second
     * @param callMillis of a call of so many MiB
     * @return what was written, in MiB a second
     */
    private double run(double drive, DoubleUnaryOperator callMillis, int seconds) {
        double before = writtenMib;
        for (long end = nowNanos + seconds * 1_000_000_000L; nowNanos < end; ) {
            read(drive * STEP_NANOS / 1e9);
            write(callMillis);
            nowNanos += STEP_NANOS;
        }
        return (writtenMib - before) / seconds;
    }

    private int inUse() {
        return waiting.size() + inCall + (isFilling ? 1 : 0);
    }

    private void read(double mib) {
        isFilling = isFilling || inUse() < room.slots();
        if (!isFilling) {
            return;
        }
        filling += mib;
        double grain = (double) room.grainBytes() / Slot.BYTES;
        if (filling >= grain) {
            waiting.addLast(grain);
            filling -= grain;
            isFilling = false;
        }
    }

    private void write(DoubleUnaryOperator callMillis) {
        if (inCall > 0 && nowNanos >= callEndsNanos) {
            int count = inCall;
            inCall = 0;
            writtenMib += inCallMib;
            long bytes = Math.round(inCallMib * Slot.BYTES);
            room.written(nowNanos, count, bytes, inUse(), !waiting.isEmpty());
        }
        if (inCall == 0 && !waiting.isEmpty()) {
            inCallMib = 0;
            int most = (waiting.size() + 1) / 2;
            double mostMib = Math.min(8, (double) room.mostOfACallBytes() / Slot.BYTES);
            while (inCall < most && (inCall == 0 || inCallMib + waiting.getFirst() <= mostMib)) {
                inCallMib += waiting.removeFirst();
                inCall++;
            }
            longestCallNanos =
                    Math.max(longestCallNanos, 1e6 * callMillis.applyAsDouble(inCallMib));
            callEndsNanos = nowNanos + 1e6 * callMillis.applyAsDouble(inCallMib);
        }
    }

    private static DoubleUnaryOperator disk(double mibPerSecond) {
        return mib -> 1000 * mib / mibPerSecond;
    }

    @Test
    void aSlowerDiskGetsSmallPiecesAndIsNeverKeptWaiting() {
        assertThat(run(36, disk(30), 60)).isGreaterThan(29.8);
        assertThat(room.grainBytes()).isEqualTo(256 << 10);
        assertThat(room.slots()).isLessThanOrEqualTo(7);
    }

    /** A large call would be 0.27 s. */
    @Test
    void onceTheRingIsFullNoCallIsLong() {
        run(100, disk(30), 2);
        longestCallNanos = 0;
        run(100, disk(30), 20);
        assertThat(longestCallNanos).isLessThan(0.08e9);
    }

    /** It takes small pieces at two thirds of its rate. */
    @Test
    void aCardGetsThePiecesThatItTakesWell() {
        DoubleUnaryOperator card = mib -> 1000 * mib / (mib < 1 ? 20 : 30);
        run(60, card, 60);
        assertThat(run(60, card, 300)).isGreaterThan(29);
    }

    @Test
    void whereANeighbourComesLaterBuffersBecomeWholeAgain() {
        run(36, disk(30), 60);
        DoubleUnaryOperator behindNeighbour = mib -> 130 + 20 * mib;
        run(36, behindNeighbour, 30);
        assertThat(run(36, behindNeighbour, 60)).isGreaterThan(9);
        assertThat(room.grainBytes()).isEqualTo(Slot.BYTES);
    }

    /** As a journal makes them: they cost the disk one part in a hundred. */
    @Test
    void pausesNowAndThenAreNoReasonForWholeBuffers() {
        var paused = new AtomicLong();
        DoubleUnaryOperator disk =
                mib -> {
                    long fifth = nowNanos / 5_000_000_000L;
                    return 1000 * mib / 30 + (paused.getAndSet(fifth) == fifth ? 0 : 60);
                };
        run(36, disk, 60);
        int small = 0;
        for (int second = 0; second < 300; second++) {
            run(36, disk, 1);
            small += room.grainBytes() <= 512 << 10 ? 1 : 0;
        }
        assertThat(small).isGreaterThan(200);
    }

    @Test
    void aDiskThatKeepsUpGetsWholeBuffers() {
        run(36, disk(60), 60);
        assertThat(room.grainBytes()).isEqualTo(Slot.BYTES);
        assertThat(room.slots()).isEqualTo(SLOTS);
    }

    @Test
    void oneThatBecomesFasterToo() {
        run(36, disk(30), 60);
        run(36, disk(60), 5);
        assertThat(room.grainBytes()).isEqualTo(Slot.BYTES);
        assertThat(room.slots()).isEqualTo(SLOTS);
    }
}
