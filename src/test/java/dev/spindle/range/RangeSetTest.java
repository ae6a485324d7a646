package dev.spindle.range;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Range sets against sets of single bits. */
@Tag("unit")
final class RangeSetTest {
    private static final int SIZE = 120;
    private static final int SEEDS = 300;
    private static final int STEPS = 150;

    private static ByteRange randomRange(SplittableRandom random) {
        int start = random.nextInt(SIZE);
        return new ByteRange(start, start + random.nextInt(Math.min(30, SIZE - start) + 1));
    }

    private static BitSet bits(RangeSet set) {
        var bits = new BitSet();
        set.ranges().forEach(r -> bits.set((int) r.startBytes(), (int) r.endBytes()));
        return bits;
    }

    private static BitSet bits(ByteRange range) {
        return bits(RangeSet.of(range));
    }

    private static BitSet and(BitSet one, BitSet other) {
        var common = (BitSet) one.clone();
        common.and(other);
        return common;
    }

    @Test
    void behavesAsASetOfBits() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            var set = new RangeSet();
            var bits = new BitSet();
            for (int step = 0; step < STEPS; step++) {
                change(set, bits, random);
                compare(set, bits, random, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void change(RangeSet set, BitSet bits, SplittableRandom random) {
        ByteRange range = randomRange(random);
        RangeSet other = RangeSet.of(range, randomRange(random), randomRange(random));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                set.add(range);
                bits.or(bits(range));
            }
            case 4, 5, 6, 7 -> {
                set.remove(range);
                bits.andNot(bits(range));
            }
            case 8, 9 -> {
                set.addAll(other);
                bits.or(bits(other));
            }
            case 10 -> {
                set.removeAll(other);
                bits.andNot(bits(other));
            }
            default -> {
                if (random.nextInt(8) == 0) {
                    set.clear();
                    bits.clear();
                }
            }
        }
    }

    private static void compare(RangeSet set, BitSet bits, SplittableRandom random, String where) {
        assertThat(bits(set)).as(where).isEqualTo(bits);
        assertThat(set.sizeBytes()).as(where).isEqualTo(bits.cardinality());
        assertThat(set.isEmpty()).as(where).isEqualTo(bits.isEmpty());
        long end = -1;
        for (ByteRange range : set.ranges()) {
            assertThat(range.startBytes()).as(where + ": ranges touch").isGreaterThan(end);
            assertThat(range.isEmpty()).as(where).isFalse();
            end = range.endBytes();
        }

        ByteRange range = randomRange(random);
        BitSet inRange = and(bits, bits(range));
        assertThat(bits(set.intersection(range))).as(where).isEqualTo(inRange);
        BitSet missing = bits(range);
        missing.andNot(bits);
        assertThat(bits(set.gaps(range))).as(where).isEqualTo(missing);
        assertThat(set.containsAll(range)).as(where).isEqualTo(missing.isEmpty());

        RangeSet other = RangeSet.of(range, randomRange(random));
        BitSet common = and(bits, bits(other));
        assertThat(bits(set.intersection(other))).as(where).isEqualTo(common);
        assertThat(set.containsAll(other)).as(where).isEqualTo(common.equals(bits(other)));
        assertThat(set.equals(other)).as(where).isEqualTo(bits.equals(bits(other)));
        assertThat(set.copy()).as(where).isEqualTo(set).hasSameHashCodeAs(set);
    }

    @Test
    void takesItselfAsAnArgument() {
        RangeSet set = RangeSet.of(new ByteRange(0, 5), new ByteRange(10, 15));
        set.addAll(set);
        assertThat(set.sizeBytes()).isEqualTo(10);
        assertThat(set.containsAll(set)).isTrue();
        set.removeAll(set);
        assertThat(set.isEmpty()).isTrue();
    }

    @Test
    void aCopyIsItsOwn() {
        RangeSet set = RangeSet.of(new ByteRange(0, 5));
        RangeSet copy = set.copy();
        copy.add(new ByteRange(5, 9));
        assertThat(set.ranges()).isEqualTo(List.of(new ByteRange(0, 5)));
        assertThat(copy.ranges()).isEqualTo(List.of(new ByteRange(0, 9)));
        assertThat(copy).hasToString("[ByteRange[startBytes=0, endBytes=9]]");
    }

    @Test
    void holdsOffsetsUpToTheEndOfNumbers() {
        RangeSet set = RangeSet.of(new ByteRange(0, Long.MAX_VALUE));
        set.remove(new ByteRange(5, Long.MAX_VALUE - 5));
        assertThat(set.sizeBytes()).isEqualTo(10);
        assertThat(set.firstFrom(5)).contains(new ByteRange(Long.MAX_VALUE - 5, Long.MAX_VALUE));
    }
}
