package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A drive and a storage of given speeds, step by step of a millisecond. */
@Tag("unit")
final class RingRoomTest {
    private static final int SLOTS = 64;
    private static final long MILLI = 1_000_000;

    private final RingRoom room = new RingRoom(SLOTS, Slot.BYTES, 0);
    private double readPerMilli;
    private double writtenPerMilli;
    private double readPart;
    private double writtenPart;
    private long nowMillis;
    private int inUse;
    private long written;
    private long longestWaitMillis;
    private long waitMillis;

    /** Goes on for so long; speeds in buffers a second. */
    private void run(double read, double write, int millis) {
        readPerMilli = read / 1000;
        writtenPerMilli = write / 1000;
        for (long end = nowMillis + millis; nowMillis < end; nowMillis++) {
            readOn();
            writeOn();
        }
    }

    private void readOn() {
        if (inUse >= room.slots()) {
            longestWaitMillis = Math.max(longestWaitMillis, ++waitMillis);
            return;
        }
        waitMillis = 0;
        readPart += readPerMilli;
        if (readPart >= 1) {
            readPart--;
            inUse++;
        }
    }

    private void writeOn() {
        writtenPart = Math.min(1 + writtenPerMilli, writtenPart + writtenPerMilli);
        if (inUse > 0 && writtenPart >= 1) {
            writtenPart--;
            inUse--;
            written++;
            room.written(nowMillis * MILLI, 1, Slot.BYTES, inUse, inUse > 0);
        }
    }

    @Test
    void aStorageThatKeepsUpLeavesAllTheRoom() {
        run(20, 30, 60_000);
        assertThat(room.slots()).isEqualTo(SLOTS);
        assertThat(longestWaitMillis).isZero();
    }

    @Test
    void whereTheStorageIsSlowerLittleIsLeftToTakeBehindTheLastRead() {
        run(36, 30, 40_000);
        assertThat(inUse).isBetween(3, 6);
        assertThat(written).as("the storage is never kept waiting").isGreaterThan(30 * 40 - 10);
        assertThat(longestWaitMillis).as("nor the drive for long").isLessThan(200);
    }

    @Test
    void itIsAsMuchAsAFastStorageNeeds() {
        run(300, 200, 20_000);
        assertThat(inUse).isBetween(6, 9);
        assertThat(written).isGreaterThan(200 * 20 - 10);
    }

    /** Nothing was wrong but for a moment: the drive must not wait for the rest to be written. */
    @Test
    void whatGathersWhileTheStoragePausesIsNoReasonToShrink() {
        run(30, 60, 10_000);
        run(30, 0, 6_000);
        assertThat(inUse).isEqualTo(SLOTS);
        long before = longestWaitMillis;
        run(30, 60, 10_000);
        assertThat(room.slots()).isEqualTo(SLOTS);
        assertThat(longestWaitMillis).as("only while it paused").isLessThan(before + 30);
    }

    @Test
    void allTheRoomIsThereAgainOnceTheStorageIsFaster() {
        run(36, 10, 60_000);
        assertThat(room.slots()).isLessThan(6);
        run(36, 60, 1_000);
        assertThat(room.slots()).isEqualTo(SLOTS);
    }
}
