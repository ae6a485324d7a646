package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.Random;

/** Stretches of time against single moments. */
@Tag("unit")
final class TimeSpansTest {
    private static BitSet bits(TimeSpans spans) {
        var bits = new BitSet();
        spans.forEach((start, end) -> bits.set((int) start, (int) end));
        return bits;
    }

    @Test
    void agreeWithSingleMoments() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var a = new TimeSpans();
            var b = new TimeSpans();
            var inA = new BitSet();
            var inB = new BitSet();
            for (int i = 0; i < 12; i++) {
                int start = random.nextInt(100);
                int end = start + random.nextInt(20);
                boolean toA = random.nextBoolean();
                (toA ? a : b).add(start, end);
                (toA ? inA : inB).set(start, end);
            }
            assertThat(bits(a)).as("seed %d", seed).isEqualTo(inA);
            assertThat(a.nanos()).as("seed %d", seed).isEqualTo(inA.cardinality());

            var minus = (BitSet) inA.clone();
            minus.andNot(inB);
            assertThat(bits(a.minus(b))).as("seed %d", seed).isEqualTo(minus);

            int start = random.nextInt(100);
            int end = start + random.nextInt(40);
            var outside = new BitSet();
            outside.set(start, end);
            outside.andNot(inA);
            assertThat(bits(a.outside(start, end))).as("seed %d", seed).isEqualTo(outside);
            var within = new BitSet();
            within.set(start, end);
            within.and(inA);
            assertThat(bits(a.within(start, end))).as("seed %d", seed).isEqualTo(within);

            a.addAll(b);
            inA.or(inB);
            assertThat(bits(a)).as("seed %d", seed).isEqualTo(inA);
        }
    }

    @Test
    void mergeWhereTheyTouch() {
        var spans = new TimeSpans();
        spans.add(0, 10);
        spans.add(20, 30);
        spans.add(10, 20);
        spans.add(40, 40);
        var count = new int[1];
        spans.forEach((_, _) -> count[0]++);
        assertThat(count[0]).isOne();
        assertThat(spans.outside(50, 50).nanos()).isZero();
        assertThat(spans.outside(60, 50).nanos()).isZero();
    }
}
