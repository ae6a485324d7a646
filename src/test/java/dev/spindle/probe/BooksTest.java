package dev.spindle.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of a pass for its chart. */
@Tag("unit")
class BooksTest {
    private static final long MILLI = 1_000_000;

    @Test
    void samplesAreAQuarterOfASecondApart() {
        var book = new SampleBook();
        for (int i = 0; i <= 20; i++) {
            book.take(i * 50L * MILLI, i, 0);
        }
        assertThat(book.samples())
                .extracting(ProbeSample::seconds)
                .containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void aPassOfHoursKeepsFewSamplesOfAllOfIt() {
        var book = new SampleBook();
        for (long second = 0; second <= 36_000; second++) {
            book.take(second * 1000 * MILLI, second, second);
        }
        assertThat(book.samples()).hasSizeBetween(SampleBook.MOST / 2, SampleBook.MOST);
        assertThat(book.samples().getFirst().seconds()).isZero();
        assertThat(book.samples().getLast().seconds()).isGreaterThan(35_800);
    }

    @Test
    void onlyWaitsOf50MillisecondsAreStalls() {
        var book = new LongWrites();
        book.add(0, 49 * MILLI);
        book.add(1000 * MILLI, 50 * MILLI);
        assertThat(book.stalls()).containsExactly(new ProbeStall(1, 0.05));
    }

    @Test
    void ofVeryManyStallsTheLongestAreKept() {
        var book = new LongWrites();
        for (int i = 0; i < 5000; i++) {
            book.add(i * 100L * MILLI, i % 100 == 0 ? 2000 * MILLI : 60 * MILLI);
        }
        assertThat(book.stalls()).hasSizeLessThanOrEqualTo(LongWrites.MOST);
        assertThat(book.stalls().stream().filter(s -> s.seconds() == 2)).hasSize(50);
    }
}
