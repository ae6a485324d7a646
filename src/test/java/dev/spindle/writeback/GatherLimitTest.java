package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much a call is given, by how long those before it lasted. */
@Tag("unit")
final class GatherLimitTest {
    private static final long MIB = 1 << 20;
    private static final long MILLI = 1_000_000;

    private final GatherLimit limit = new GatherLimit();

    /** A device that needs so long for any call, and so long for each MiB besides. */
    private long after(int calls, long callMillis, long millisPerMib) {
        for (int i = 0; i < calls; i++) {
            long bytes = limit.bytes();
            limit.took(bytes, (callMillis + bytes / MIB * millisPerMib) * MILLI);
        }
        return limit.bytes();
    }

    @Test
    void aSlowDeviceOfItsOwnIsGivenLittle() {
        assertThat(after(9, 0, 1000)).isEqualTo(2 * MIB);
        assertThat(after(3, 0, 1000)).as("each fourth call is a try").isEqualTo(MIB);
        assertThat(after(1, 0, 1000)).isEqualTo(2 * MIB);
    }

    @Test
    void aFastOneIsGivenAllThatHelps() {
        assertThat(after(1, 0, 10)).isEqualTo(8 * MIB);
    }

    /**
     * A call is under way when a fast device becomes slow: half as large, it lasts half as long.
     */
    @Test
    void whatALargeCallDoesNotSaveItIsNotGiven() {
        after(20, 0, 2);
        for (int i = 0; i < 12; i++) {
            assertThat(after(1, 0, 2)).as("%d", i).isBetween(2 * MIB, 4 * MIB);
        }
        assertThat(after(41, 130, 20)).as("beside a neighbour").isEqualTo(8 * MIB);
    }

    /** What is known of it is forgotten then, but not what it was. */
    @Test
    void norWhenItHasJustBecomeSlow() {
        after(20, 0, 2);
        for (int i = 0; i < 20; i++) {
            assertThat(after(1, 0, 33)).as("%d", i).isLessThanOrEqualTo(4 * MIB);
        }
    }

    /** By the race: 0.14 s for a MiB, and hardly more for four. */
    @Test
    void whereEachCallStandsBehindANeighboursItGrows() {
        assertThat(after(6, 130, 20)).isEqualTo(8 * MIB);
    }

    /** A disk with a long queue: 1.3 s for each call, and little more for eight times as much. */
    @Test
    void howLongItWaitsForItsTurnIsNoReasonToBringLess() {
        limit.took(MIB, 1330 * MILLI);
        assertThat(after(20, 1300, 30)).isEqualTo(8 * MIB);
    }

    /** What was learned beside a neighbour is no reason for calls of many seconds without it. */
    @Test
    void aDeviceThatBecomesSlowIsGivenLittle() {
        after(60, 130, 20);
        for (int i = 0; i < 40; i++) {
            after(1, 0, 700);
            assertThat(i < 20 ? 0 : limit.bytes()).as("%d", i).isLessThanOrEqualTo(2 * MIB);
        }
    }

    /** All calls as large as the first, as a device that was fast begins to be slow. */
    @Test
    void itFindsOutByItself() {
        for (int i = 0; i < 30; i++) {
            limit.took(MIB, 5 * MILLI);
        }
        assertThat(after(41, 1300, 30)).isEqualTo(8 * MIB);
    }

    @Test
    void oneLongCallIsForgottenWithTheNext() {
        after(6, 130, 20);
        limit.took(8 * MIB, 20_000 * MILLI);
        assertThat(limit.bytes()).isLessThanOrEqualTo(2 * MIB);
        assertThat(after(15, 130, 20)).isGreaterThanOrEqualTo(4 * MIB);
    }

    /** A part of a page goes through the page cache, and the rest of a short write is small. */
    @Test
    void smallCallsSayNothing() {
        limit.took(0, MILLI);
        limit.took(2048, 10_000);
        limit.took(MIB, 0);
        assertThat(limit.bytes()).isEqualTo(2 * MIB);
    }
}
