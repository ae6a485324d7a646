package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spindle.run.Activity;
import dev.spindle.run.LedgerSpan;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thread that was not let run has not waited for a drive or a disk. */
@Tag("unit")
final class StarvedStallsTest {
    private static final long MILLI = 1_000_000;

    private final StallBook book = new StallBook(0);

    private void starved(String role, long startMillis, long endMillis) {
        book.starved(role, startMillis * MILLI, endMillis * MILLI);
    }

    private void stalled(String role, long startMillis, long endMillis, Side side) {
        book.book(role, startMillis * MILLI, endMillis * MILLI, side, "cause " + side);
    }

    private double of(Side side) {
        return book.stalledSeconds().getOrDefault(side, 0.0);
    }

    @Test
    void whatItWasReadyForIsOurs() {
        starved("writer", 1200, 2000);
        stalled("writer", 1000, 2000, Side.STORAGE);
        assertThat(of(Side.STORAGE)).isEqualTo(0.2);
        assertThat(of(Side.SELF)).isEqualTo(0.8);
        assertThat(book.takeFresh())
                .extracting(Stall::startSeconds, Stall::seconds, Stall::side, Stall::cause)
                .containsExactly(
                        tuple(1.2, 0.8, Side.SELF, StallBook.NO_PROCESSOR),
                        tuple(1.0, 0.2, Side.STORAGE, "cause STORAGE"));
    }

    @Test
    void aBitThatIsLeftIsNoStallOfItsOwn() {
        starved("reader", 1030, 1090);
        stalled("reader", 1000, 1090, Side.DRIVE);
        assertThat(of(Side.DRIVE)).isZero();
        assertThat(of(Side.SELF)).isEqualTo(0.09);
    }

    @Test
    void ofAShortStallTheLargerPartHasItAll() {
        starved("reader", 1049, 1059);
        stalled("reader", 1000, 1059, Side.DRIVE);
        assertThat(of(Side.DRIVE)).isEqualTo(0.059);
        assertThat(of(Side.SELF)).isZero();
    }

    /** However long it lasted: it is forgotten by its end. */
    @Test
    void aWaitOfMinutesIsRemembered() {
        starved("writer", 1000, 181_000);
        starved("writer", 190_000, 190_100);
        stalled("reader", 1000, 181_000, Side.STORAGE);
        assertThat(of(Side.STORAGE)).isZero();
        assertThat(of(Side.SELF)).isEqualTo(180);
    }

    @Test
    void anotherThreadsWaitExcusesNobody() {
        starved("hasher", 1000, 2000);
        stalled("writer", 1000, 2000, Side.STORAGE);
        stalled("reader", 3000, 4000, Side.DRIVE);
        starved("writer", 3000, 4000);
        assertThat(of(Side.STORAGE)).isEqualTo(1);
        assertThat(of(Side.DRIVE)).isEqualTo(1);
        assertThat(of(Side.SELF)).isZero();
    }

    /** The drive waits for a ring that stays full, as nobody empties it. */
    @Test
    void aReaderWaitsForAWriterThatIsNotLet() {
        starved("writer", 1000, 2000);
        stalled("reader", 1100, 1900, Side.STORAGE);
        assertThat(of(Side.STORAGE)).isZero();
        assertThat(of(Side.SELF)).isEqualTo(0.8);
        stalled("reader", 1100, 1900, Side.DRIVE);
        assertThat(of(Side.DRIVE)).as("reading is its own work").isEqualTo(0.8);
    }

    @Test
    void aWriterWaitsForAFlusherThatIsNotLet() {
        starved("flusher", 1000, 1900);
        book.starvedThrough("writer", "flusher", 900 * MILLI, 1950 * MILLI);
        var span =
                new LedgerSpan("writer", Activity.WAITING_FOR_FLUSHER, 900 * MILLI, 1950 * MILLI);
        book.span(span, false);
        assertThat(of(Side.STORAGE)).isEqualTo(0.15);
        assertThat(of(Side.SELF)).isEqualTo(0.9);
    }

    /** What the user wanted stays the user's, and a gap of the whole program is told once. */
    @Test
    void neitherAPauseNorAGapIsToldTwice() {
        starved("reader", 1000, 2000);
        stalled("reader", 1000, 2000, Side.USER);
        assertThat(of(Side.USER)).isEqualTo(1);
        assertThat(of(Side.SELF)).isZero();
        book.programGap(5000 * MILLI, 6000 * MILLI, StallBook.NO_PROCESSOR);
        starved("writer", 5000, 6500);
        stalled("writer", 4900, 6500, Side.STORAGE);
        assertThat(of(Side.STORAGE)).isEqualTo(0.1);
        assertThat(of(Side.SELF)).isEqualTo(1.5);
    }

    /** The drive has to find its place again after that too. */
    @Test
    void theRestartOfTheDriveIsOurs() {
        starved("reader", 1000, 1400);
        book.book("reader", 1450 * MILLI, 1900 * MILLI, Side.DRIVE, StallBook.SLOW_SECTORS);
        assertThat(of(Side.DRIVE)).isZero();
        assertThat(of(Side.SELF)).isEqualTo(0.45);
    }
}
