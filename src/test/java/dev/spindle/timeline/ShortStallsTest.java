package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits that are stalls together only. */
@Tag("unit")
final class ShortStallsTest {
    private static final long MILLI = 1_000_000;
    private static final Evidence SEEN =
            new Evidence(Optional.empty(), "writer in __iomap_dio_rw × 4");

    private final StallBook book = new StallBook(0);

    /** From this millisecond on, each of so many, with as long between them. */
    private static List<Wait> waits(long fromMillis, int count, long eachMillis) {
        var waits = new ArrayList<Wait>();
        for (int i = 0; i < count; i++) {
            long start = (fromMillis + 2L * i * eachMillis) * MILLI;
            waits.add(new Wait(start, start + eachMillis * MILLI));
        }
        return waits;
    }

    private void storage(List<Wait> waits, long starvedMillis) {
        book.bookShort(
                "reader",
                waits,
                starvedMillis * MILLI,
                Side.STORAGE,
                StallBook.RING_FULL,
                Optional.of(SEEN));
    }

    private double billed(Side side) {
        return book.stalledSeconds().getOrDefault(side, 0.0);
    }

    @Test
    void whatWasWaitedIsBilledAndNotWhatLiesBetween() {
        storage(waits(100, 5, 12), 0);
        assertThat(billed(Side.STORAGE)).isEqualTo(0.06);
        assertThat(book.takeFresh())
                .extracting(Stall::startSeconds, Stall::seconds, Stall::cost, Stall::evidence)
                .containsExactly(tuple(0.1, 0.108, 0.06, Optional.of(SEEN.text())));
        assertThat(book.longest().seconds()).isEqualTo(0.06);
    }

    @Test
    void manyOfThemAreShownAsOneFromTheFirstToTheLast() {
        for (int i = 0; i < 300; i++) {
            storage(waits(120L * i, 5, 12), 0);
        }
        assertThat(book.latest())
                .singleElement()
                .satisfies(stall -> {
                    assertThat(stall.startSeconds()).isZero();
                    assertThat(stall.seconds()).isBetween(35.9, 36.0);
                    assertThat(stall.waitedSeconds()).contains(18.0);
                    assertThat(stall.cost()).isEqualTo(18.0);
                    assertThat(stall.cause()).isEqualTo(StallBook.RING_FULL);
                });
        assertThat(billed(Side.STORAGE)).isEqualTo(18.0);
    }

    /** Of a rip of hours only the sum is kept. */
    @Test
    void whatIsLongAgoIsCountedAsItWas() {
        book.book("writer", 0, 200 * MILLI, Side.STORAGE, "the write call was held up");
        book.programGap(1000 * MILLI, 2000 * MILLI, StallBook.NOT_RUNNING);
        book.book("writer", 3000 * MILLI, 3060 * MILLI, Side.USER, "paused");
        book.book("writer", 4080 * MILLI, 4188 * MILLI, Side.SELF, "no processor");
        for (int i = 0; i < 6000; i++) {
            storage(waits(120L * i, 5, 12), 0);
        }
        double before = 360 - 0.1 - 0.5 - 0.03;
        assertThat(billed(Side.STORAGE)).isBetween(before + 0.1, before + 0.3);
        assertThat(billed(Side.USER)).isEqualTo(0.06);
        assertThat(billed(Side.SELF)).as("60 of 108 ms were the storage's").isEqualTo(1.048);
    }

    @Test
    void whatAGapHasLeftOfThemIsNoStall() {
        book.programGap(20 * MILLI, 1000 * MILLI, StallBook.NOT_RUNNING);
        storage(waits(0, 5, 12), 0);
        assertThat(billed(Side.STORAGE)).isZero();
    }

    /** A drive that read slowly between the waits is not acquitted, and not billed twice. */
    @Test
    void eachMomentIsBilledOnce() {
        book.book("reader", 0, 200 * MILLI, Side.DRIVE, StallBook.SLOW_SECTORS);
        storage(waits(100, 5, 10), 0);
        assertThat(billed(Side.STORAGE)).isEqualTo(0.05);
        assertThat(billed(Side.DRIVE)).isEqualTo(0.15);
    }

    @Test
    void inAGapOfTheProgramNobodyElseIsToBlame() {
        book.programGap(0, 1000 * MILLI, StallBook.NOT_RUNNING);
        storage(waits(100, 5, 12), 0);
        assertThat(billed(Side.STORAGE)).isZero();
        assertThat(billed(Side.SELF)).isEqualTo(1.0);
    }

    @Test
    void whereTheWriterWasNotLetRunItIsTheComputers() {
        storage(waits(0, 5, 12), 40);
        assertThat(billed(Side.STORAGE)).isZero();
        assertThat(billed(Side.SELF)).isEqualTo(0.06);
        assertThat(book.latest()).extracting(Stall::cause).containsExactly(StallBook.NO_PROCESSOR);
    }

    @Test
    void aWriterThatWasHeldUpALittleIsNoExcuse() {
        storage(waits(0, 5, 12), 20);
        assertThat(billed(Side.STORAGE)).isEqualTo(0.06);
    }

    @Test
    void momentsInWhichTheProgramDidNotRunAreItsOwn() {
        book.hiccup(0, 90 * MILLI, StallBook.COLLECTING);
        storage(waits(0, 5, 12), 0);
        assertThat(billed(Side.SELF)).isEqualTo(0.06);
        assertThat(book.latest()).extracting(Stall::cause).containsExactly(StallBook.COLLECTING);
    }

    @Test
    void waitsForHashingAreTheProgramsWhateverElseWas() {
        book.bookShort(
                "reader",
                waits(0, 5, 12),
                0,
                Side.SELF,
                "the drive waited: hashing did not keep up",
                Optional.empty());
        assertThat(billed(Side.SELF)).isEqualTo(0.06);
    }
}
