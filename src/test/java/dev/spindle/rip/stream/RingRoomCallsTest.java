package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.function.IntSupplier;

/** A storage whose calls cost something whatever they bring, step by step of a millisecond. */
@Tag("unit")
final class RingRoomCallsTest {
    private static final long MILLI = 1_000_000;

    /** By how much calls bring now and then another size is tried. */
    private IntSupplier mostOfACall = () -> 8;

    private int mostSlots = 64;
    private RingRoom room = new RingRoom(mostSlots, Slot.BYTES, 0);
    private int callMillis;
    private int bufferMillis;
    private double readPerMilli;
    private double readPart;
    private int nowMillis;
    private int waiting;
    private int inCall;
    private long callEndsMillis;
    private long written;
    private int calls;

    private void ring(int slots) {
        mostSlots = slots;
        room = new RingRoom(slots, Slot.BYTES, 0);
    }

    /** Goes on for so long, and returns how many buffers were written in each second of it. */
    private double run(double readPerSecond, int callCost, int bufferCost, int seconds) {
        readPerMilli = readPerSecond / 1000;
        callMillis = callCost;
        bufferMillis = bufferCost;
        long before = written;
        for (int end = nowMillis + 1000 * seconds; nowMillis < end; nowMillis++) {
            read();
            write();
        }
        return (double) (written - before) / seconds;
    }

    private void read() {
        if (waiting + inCall < room.slots()) {
            readPart += readPerMilli;
            if (readPart >= 1) {
                readPart--;
                waiting++;
            }
        }
    }

    private void write() {
        if (inCall > 0 && nowMillis >= callEndsMillis) {
            int count = inCall;
            written += count;
            inCall = 0;
            room.written(nowMillis * MILLI, count, (long) count * Slot.BYTES, waiting, waiting > 0);
        }
        if (inCall == 0 && waiting > 0) {
            inCall = Math.min(mostOfACall.getAsInt(), (waiting + 1) / 2);
            waiting -= inCall;
            callEndsMillis = nowMillis + callMillis + (long) bufferMillis * inCall;
        }
    }

    /** With calls of one or two it would be 7 to 12. */
    @Test
    void besideANeighbourCallsStayLarge() {
        for (int slots : new int[] {32, 64, 343}) {
            ring(slots);
            run(36, 130, 20, 60);
            assertThat(run(36, 130, 20, 60)).as("%d", slots).isGreaterThan(23);
        }
    }

    @Test
    void afterTheNeighbourHasComeTheyBecomeSo() {
        run(36, 0, 33, 60);
        run(36, 130, 20, 20);
        assertThat(run(36, 130, 20, 60)).isGreaterThan(23);
    }

    @Test
    void aSlowDiskOfItsOwnIsLeftLittle() {
        run(20, 0, 100, 60);
        assertThat(room.slots()).isLessThanOrEqualTo(6);
        assertThat(run(20, 0, 100, 30)).as("and is never kept waiting").isGreaterThan(9.8);
    }

    @Test
    void onceTheNeighbourIsGoneTheRingShrinks() {
        mostOfACall = () -> nowMillis / 1000 % 4 == 0 ? 4 : 8;
        run(60, 130, 20, 60);
        assertThat(room.slots()).isGreaterThan(20);
        run(60, 0, 30, 60);
        assertThat(room.slots()).isLessThanOrEqualTo(8);
    }

    /** Each fourth call brings less, to learn of others: then the drive does not fill the ring. */
    @Test
    void aDiskThatIsALittleSlowerIsLeftLittleToo() {
        mostOfACall = () -> ++calls % 4 == 0 ? 4 : 8;
        for (int read : new int[] {31, 36, 60}) {
            ring(62);
            run(read, 0, 33, 240);
            assertThat(room.slots()).as("%d", read).isLessThanOrEqualTo(8);
        }
    }

    /** Larger calls would bring a tenth more there: not worth what stands in the ring. */
    @Test
    void aSmallCostOfACallIsNoReason() {
        run(36, 3, 33, 60);
        assertThat(room.slots()).isLessThanOrEqualTo(8);
    }

    @Test
    void whatKeepsUpHasAllTheRoom() {
        run(20, 130, 20, 60);
        assertThat(room.slots()).isEqualTo(mostSlots);
    }
}
