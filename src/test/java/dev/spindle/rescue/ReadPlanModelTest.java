package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.ReadCommand.Pass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/**
 * The plan against a plain model: a set of sectors, each with the number of its tries. Random
 * discs, starting maps, passes and losses. {@code -Dplans=20000} plays more, {@code -Dseed=N} one.
 */
@Tag("unit")
final class ReadPlanModelTest {
    private static final int PLANS = Integer.getInteger("plans", 400);
    private static final Set<Pass> ALL = EnumSet.allOf(Pass.class);

    @Test
    void wholeDiscs() {
        play(random -> new ModelRun(random, ALL, false, 0));
    }

    @Test
    void startingMapsOfAnyKind() {
        play(random -> new ModelRun(random, ALL, true, 0));
    }

    @Test
    void lossesAtAnyMoment() {
        play(random -> new ModelRun(random, ALL, random.nextBoolean(), 1 + random.nextInt(6)));
    }

    @Test
    void anyPassesAlone() {
        play(random -> {
            var passes = EnumSet.noneOf(Pass.class);
            ALL.stream().filter(_ -> random.nextBoolean()).forEach(passes::add);
            return new ModelRun(random, passes, random.nextBoolean(), random.nextInt(3));
        });
    }

    /** Makes a run of what the seed says. */
    @FunctionalInterface
    private interface Maker {
        ModelRun make(Random random);
    }

    private static void play(Maker maker) {
        Long only = Long.getLong("seed");
        long first = only == null ? 0 : only;
        long end = only == null ? PLANS : only + 1;
        int holes = 0;
        for (long seed = first; seed < end; seed++) {
            try {
                var run = maker.make(new Random(seed));
                run.play();
                holes += run.holes();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("-Dseed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
        assertThat(only != null || holes > 0).as("some sectors stay unread").isTrue();
    }
}
