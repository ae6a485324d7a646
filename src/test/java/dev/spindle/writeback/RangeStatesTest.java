package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.SplittableRandom;

/** The sets behind the ledger, against one bit a byte. */
@Tag("unit")
final class RangeStatesTest {
    private static final int BYTES = 64;

    /** A byte's history, told by hand. */
    private static final class Model {
        private final BitSet written = new BitSet();
        private final BitSet confirmed = new BitSet();
        private final BitSet durable = new BitSet();
        private final BitSet lost = new BitSet();
        private final BitSet everLost = new BitSet();
        private long peak;

        void lose(BitSet gone) {
            written.andNot(gone);
            confirmed.andNot(gone);
            durable.andNot(gone);
            lost.or(gone);
            everLost.or(gone);
        }

        void wrote(BitSet range) {
            written.or(range);
            var open = (BitSet) written.clone();
            open.andNot(confirmed);
            peak = Math.max(peak, open.cardinality());
        }
    }

    private static ByteRange random(SplittableRandom random) {
        int start = random.nextInt(BYTES);
        return new ByteRange(start, random.nextInt(start, BYTES) + 1);
    }

    private static BitSet bits(RangeSet set) {
        var bits = new BitSet();
        set.ranges().forEach(r -> bits.set((int) r.startBytes(), (int) r.endBytes()));
        return bits;
    }

    private static void step(RangeStates states, Model model, SplittableRandom random) {
        var range = random(random);
        var bits = bits(RangeSet.of(range));
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                states.unknown(range);
                model.written.andNot(bits);
                model.confirmed.andNot(bits);
                model.durable.andNot(bits);
                states.wrote(range);
                model.wrote(bits);
            }
            case 2 -> {
                var reached = states.written().intersection(range);
                states.confirm(reached);
                model.confirmed.or(bits(reached));
            }
            case 3 -> {
                var reached = states.written().intersection(range);
                states.commit(reached);
                model.confirmed.or(bits(reached));
                model.durable.or(bits(reached));
            }
            case 4 -> {
                states.loseAllThatIsNotDurable();
                var gone = (BitSet) model.written.clone();
                gone.andNot(model.durable);
                model.lose(gone);
            }
            default -> {
                states.lose(RangeSet.of(range));
                model.lose(bits);
            }
        }
    }

    private static void assertSame(RangeStates states, Model model, SplittableRandom random) {
        assertThat(bits(states.written())).isEqualTo(model.written);
        assertThat(bits(states.confirmed())).isEqualTo(model.confirmed);
        assertThat(bits(states.durable())).isEqualTo(model.durable);
        assertThat(states.peakUnconfirmedBytes()).isEqualTo(model.peak);
        var open = (BitSet) model.written.clone();
        open.andNot(model.confirmed);
        assertThat(states.unconfirmedBytes()).isEqualTo(open.cardinality());
        var range = random(random);
        assertThat(states.wasLost(range))
                .isEqualTo(model.everLost.intersects(bits(RangeSet.of(range))));
        int from = random.nextInt(BYTES);
        int most = 1 + random.nextInt(BYTES);
        int first = open.nextSetBit(from);
        var stretch = states.unconfirmedFrom(from, most);
        assertThat(stretch.isPresent()).isEqualTo(first >= 0);
        if (stretch.isPresent()) {
            assertThat(stretch.get().startBytes()).isEqualTo(first);
            int last = open.previousSetBit(Math.min(first + most, BYTES) - 1);
            assertThat(stretch.get().endBytes()).isEqualTo(last + 1);
        }
    }

    @Test
    void agreeWithOneBitAByte() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var already = RangeSet.of(random(random));
            var states = new RangeStates(already);
            var model = new Model();
            model.written.or(bits(already));
            model.confirmed.or(bits(already));
            model.durable.or(bits(already));
            try {
                for (int i = 0; i < 100; i++) {
                    step(states, model, random);
                    assertSame(states, model, random);
                    if (random.nextInt(10) == 0) {
                        assertThat(bits(states.takeLost())).isEqualTo(model.lost);
                        model.lost.clear();
                        assertThat(states.takeLost().isEmpty()).as("only once").isTrue();
                    }
                }
            } catch (AssertionError problem) {
                throw new AssertionError("seed " + seed + ": " + problem.getMessage(), problem);
            }
        }
    }

    @Test
    void whatWasDurableAlreadyIsNotTakenFromItsOwner() {
        var already = RangeSet.of(new ByteRange(0, 10));
        var states = new RangeStates(already);
        states.lose(RangeSet.of(new ByteRange(0, 5)));
        assertThat(already).isEqualTo(RangeSet.of(new ByteRange(0, 10)));
        assertThat(states.durable()).isEqualTo(RangeSet.of(new ByteRange(5, 10)));
    }
}
