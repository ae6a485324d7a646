package dev.spindle.ui.stalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class StallsChangeTest {
    private static Stall stall(int start, double length) {
        return new Stall("writer", start, length, Side.STORAGE, "a cause");
    }

    private static List<Stall> stalls(int from, int to) {
        List<Stall> stalls = new ArrayList<>();
        for (int i = from; i < to; i++) {
            stalls.add(stall(i, 0.1));
        }
        return stalls;
    }

    private static List<Stall> apply(StallsChange change, List<Stall> before) {
        List<Stall> after =
                new ArrayList<>(before.subList(change.gone(), before.size() - change.replaced()));
        after.addAll(change.come());
        return after;
    }

    @Test
    void nothingChanges() {
        assertThat(StallsChange.of(stalls(0, 5), stalls(0, 5)))
                .isEqualTo(new StallsChange(0, 0, List.of()));
        assertThat(StallsChange.of(List.of(), List.of()))
                .isEqualTo(new StallsChange(0, 0, List.of()));
    }

    @Test
    void oldOnesGoAndNewOnesCome() {
        assertThat(StallsChange.of(stalls(0, 5), stalls(2, 7)))
                .isEqualTo(new StallsChange(2, 0, stalls(5, 7)));
    }

    @Test
    void theLastOneGrows() {
        List<Stall> grown = stalls(0, 4);
        grown.add(stall(4, 9));
        assertThat(StallsChange.of(stalls(0, 5), grown))
                .isEqualTo(new StallsChange(0, 1, List.of(stall(4, 9))));
    }

    @Test
    void anotherRipHasOthers() {
        assertThat(StallsChange.of(stalls(0, 3), stalls(10, 12)))
                .isEqualTo(new StallsChange(0, 3, stalls(10, 12)));
        assertThat(StallsChange.of(stalls(0, 3), List.of()))
                .isEqualTo(new StallsChange(3, 0, List.of()));
    }

    @Test
    void aRowIsFoundAgain() {
        var more = StallsChange.of(stalls(0, 5), stalls(2, 8));
        assertThat(more.placeOf(0, 5)).isEqualTo(3);
        assertThat(more.placeOf(2, 5)).isEqualTo(5);
        assertThat(more.placeOf(3, 5)).as("dropped").isEqualTo(-1);
        assertThat(more.placeOf(-1, 5)).as("none was chosen").isEqualTo(-1);
        List<Stall> grown = stalls(0, 4);
        grown.add(stall(4, 9));
        grown.add(stall(5, 1));
        assertThat(StallsChange.of(stalls(0, 5), grown).placeOf(0, 5)).as("it grew").isEqualTo(1);
        assertThat(StallsChange.of(stalls(0, 5), List.of()).placeOf(1, 5)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void alwaysLeadsFromTheOneToTheOther(long seed) {
        var random = new SplittableRandom(seed);
        List<Stall> before = List.of();
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(10);
            List<Stall> now = stalls(from, from + random.nextInt(8));
            if (!now.isEmpty() && random.nextBoolean()) {
                int at = random.nextInt(now.size());
                now.set(at, stall(from + at, 1 + random.nextInt(3)));
            }
            assertThat(apply(StallsChange.of(before, now), before)).isEqualTo(now);
            before = now;
        }
    }
}
