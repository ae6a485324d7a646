package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What is told of the stalls that were booked. */
@Tag("unit")
final class StallListTest {
    private static final long ORIGIN = 5_000_000_000L;
    private static final long MILLI = 1_000_000;

    private final StallList list = new StallList(ORIGIN);

    private void add(String thread, long startMillis, long endMillis, String cause) {
        long start = ORIGIN + startMillis * MILLI;
        long end = ORIGIN + endMillis * MILLI;
        list.add(BookedStall.of(thread, start, end, Side.STORAGE, cause, Optional.empty()));
    }

    @Test
    void nothingHasNoLength() {
        assertThat(list.latest()).isEmpty();
        assertThat(list.takeFresh()).isEmpty();
        assertThat(list.longest().seconds()).isZero();
        assertThat(list.longest().startSeconds()).isZero();
    }

    @Test
    void timesAreFromTheStartOfTheRip() {
        add("writer", 1000, 1250, "slow");
        assertThat(list.latest())
                .singleElement()
                .satisfies(stall -> {
                    assertThat(stall.startSeconds()).isEqualTo(1.0);
                    assertThat(stall.seconds()).isEqualTo(0.25);
                });
    }

    @Test
    void eachIsHandedOverOnceAndOneByOne() {
        add("writer", 0, 100, "slow");
        add("writer", 150, 300, "slow");
        assertThat(list.takeFresh()).hasSize(2);
        assertThat(list.takeFresh()).isEmpty();
        assertThat(list.latest()).as("shown as one").hasSize(1);
    }

    @Test
    void theLongestIsOneThatHadNoProgressInIt() {
        add("writer", 0, 100, "slow");
        add("writer", 150, 300, "slow");
        add("reader", 1000, 1160, "late");
        assertThat(list.longest().seconds()).isEqualTo(0.16);
        assertThat(list.longest().startSeconds()).isEqualTo(1.0);
        assertThat(list.longest().side()).isEqualTo(Side.STORAGE);
    }

    @Test
    void whatHasAnotherThreadOrCauseStandsAlone() {
        add("writer", 0, 100, "slow");
        add("reader", 100, 200, "slow");
        add("writer", 110, 210, "full");
        add("writer", 400, 500, "slow");
        assertThat(list.latest()).hasSize(4);
    }

    @Test
    void ofManyTheLatestStay() {
        for (int i = 0; i < 250; i++) {
            add("writer", 1000L * i, 1000L * i + 60, "slow");
        }
        assertThat(list.latest()).hasSize(200);
        assertThat(list.latest().getFirst().startSeconds()).isEqualTo(50.0);
    }
}
