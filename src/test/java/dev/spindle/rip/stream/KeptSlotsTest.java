package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** What is kept of what was written, until it is confirmed. */
@Tag("unit")
final class KeptSlotsTest {
    private static final int MIB = Slot.BYTES;
    private static final int QUARTER = MIB / 4;

    private final SlotPool pool = new SlotPool(MIB);
    private final KeptSlots kept = new KeptSlots(4, pool);

    /** Filled with a number that is that of its place, in quarters of a MiB. */
    private Slot slot(long quarter, int quarters) {
        Slot slot = pool.take();
        slot.startAt(quarter * QUARTER);
        for (int i = 0; i < quarters; i++) {
            var bytes = new byte[QUARTER];
            Arrays.fill(bytes, (byte) (quarter + i));
            slot.target().put(bytes);
        }
        return slot;
    }

    private static RangeSet quarters(long... lost) {
        var set = new RangeSet();
        for (long quarter : lost) {
            set.add(ByteRange.at(quarter * QUARTER, QUARTER));
        }
        return set;
    }

    private static void assertHolds(Slot slot, long quarter, long quarters) {
        assertThat(slot.range()).isEqualTo(ByteRange.at(quarter * QUARTER, quarters * QUARTER));
        var content = slot.content();
        for (int i = 0; i < quarters; i++) {
            assertThat(content.get(content.position() + i * QUARTER))
                    .isEqualTo((byte) (quarter + i));
        }
    }

    @Test
    void aWholeBufferThatIsLostComesBackAsItIs() {
        Slot first = slot(0, 4);
        kept.keep(first);
        kept.keep(slot(4, 4));
        assertThat(kept.take(quarters(0, 1, 2, 3))).containsExactly(first);
        assertThat(kept.take(quarters(0, 1, 2, 3))).as("once").isEmpty();
    }

    @Test
    void ofOneThatIsLostInPartThatPartComesInABufferOfItsOwn() {
        kept.keep(slot(0, 4));
        List<Slot> taken = kept.take(quarters(1, 3));
        assertThat(taken).hasSize(2);
        assertHolds(taken.getFirst(), 1, 1);
        assertHolds(taken.getLast(), 3, 1);
        assertThat(kept.take(quarters(0, 1, 2, 3))).as("the whole is still there").hasSize(1);
    }

    @Test
    void piecesBecomeOneBufferAgain() {
        kept.keep(slot(0, 1));
        kept.keep(slot(1, 2));
        kept.keep(slot(3, 1));
        var whole = kept.take(quarters(0, 1, 2, 3));
        assertThat(whole).hasSize(1);
        assertHolds(whole.getFirst(), 0, 4);
    }

    @Test
    void twoReadersMayTakeTurns() {
        for (int i = 0; i < 4; i++) {
            kept.keep(slot(i, 1));
            kept.keep(slot(400 + i, 1));
        }
        assertThat(kept.take(quarters(0, 1, 2, 3))).hasSize(1);
        assertThat(kept.take(quarters(400, 401, 402, 403))).hasSize(1);
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() {
        Slot oldest = slot(0, 4);
        kept.keep(oldest);
        for (int i = 1; i <= 4; i++) {
            kept.keep(slot(4L * i, 4));
        }
        assertThat(kept.take(quarters(0, 1, 2, 3))).isEmpty();
        assertThat(pool.take()).as("and is used again").isSameAs(oldest);
    }

    @Test
    void whatIsConfirmedIsForgottenUpToTheFirstThatIsNot() {
        kept.keep(slot(0, 4));
        kept.keep(slot(4, 4));
        kept.keep(slot(8, 4));
        kept.forget(range -> range.startBytes() != MIB);
        assertThat(kept.take(quarters(0, 1, 2, 3))).isEmpty();
        assertThat(kept.take(quarters(4, 5, 6, 7, 8, 9, 10, 11))).hasSize(2);
    }

    /** What was read meanwhile must not be hidden behind what only filled its place. */
    @Test
    void whatFillsAHoleIsNotKept() {
        Slot fill = slot(0, 4);
        fill.markFill();
        kept.keep(fill);
        assertThat(kept.take(quarters(0, 1, 2, 3))).isEmpty();
        assertThat(pool.take()).isSameAs(fill);
    }

    @Test
    void aPoolGivesTheOneThatCameLast() {
        Slot first = pool.take();
        Slot second = pool.take();
        assertThat(second).isNotSameAs(first);
        pool.giveBack(first);
        pool.giveBack(second);
        assertThat(pool.take()).isSameAs(second);
        pool.clear();
        assertThat(pool.take()).isNotSameAs(first);
    }
}
