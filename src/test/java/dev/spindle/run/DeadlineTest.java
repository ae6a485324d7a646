package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@Tag("unit")
final class DeadlineTest {
    @Test
    void passesAtItsMoment() {
        var deadline = Deadline.at(100);
        assertThat(deadline.remainingNanos(40)).isEqualTo(60);
        assertThat(deadline.hasPassed(99)).isFalse();
        assertThat(deadline.hasPassed(100)).isTrue();
        assertThat(deadline.remainingNanos(130)).isEqualTo(-30);
    }

    @Test
    void neverPassesIfItIsNever() {
        assertThat(Deadline.never().hasPassed(Long.MAX_VALUE)).isFalse();
        assertThat(Deadline.never().remainingNanos(5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theEarlierOfTwoCounts() {
        assertThat(Deadline.at(5).orEarlier(Deadline.at(7))).isEqualTo(Deadline.at(5));
        assertThat(Deadline.at(7).orEarlier(Deadline.at(5))).isEqualTo(Deadline.at(5));
        assertThat(Deadline.at(7).orEarlier(Deadline.never())).isEqualTo(Deadline.at(7));
        assertThat(Deadline.never().orEarlier(Deadline.at(7))).isEqualTo(Deadline.at(7));
        assertThat(Deadline.never().orEarlier(Deadline.never()).isNever()).isTrue();
    }

    @Test
    void clocksMayWrapAround() {
        long nowNanos = Long.MAX_VALUE - 5;
        var deadline = Deadline.at(nowNanos + 10);
        assertThat(deadline.hasPassed(nowNanos)).isFalse();
        assertThat(deadline.remainingNanos(nowNanos)).isEqualTo(10);
        assertThat(deadline.orEarlier(Deadline.at(nowNanos))).isEqualTo(Deadline.at(nowNanos));
    }

    @Test
    void liesAsFarAheadAsAsked() {
        var concurrency = new RealConcurrency();
        long beforeNanos = concurrency.nanoTime();
        var deadline = concurrency.in(Duration.ofHours(1));
        assertThat(deadline.remainingNanos(beforeNanos))
                .isGreaterThanOrEqualTo(Duration.ofHours(1).toNanos());
        assertThat(deadline.remainingNanos(concurrency.nanoTime()))
                .isLessThanOrEqualTo(Duration.ofHours(1).toNanos());
    }
}
