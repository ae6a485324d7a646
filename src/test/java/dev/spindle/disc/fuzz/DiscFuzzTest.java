package dev.spindle.disc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.Fixture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A short run of the harness, and the harness itself. */
@Tag("unit")
class DiscFuzzTest {
    private static final long SEED = 20_200_229;
    private static final int CASES = 400;
    private static final int SMALL = 1 << 20;

    @Test
    void noSpoiledImageIsAFinding() throws InterruptedException {
        var fuzz = new DiscFuzz(SEED, SMALL);
        for (long number = 0; number < CASES; number++) {
            fuzz.run(number);
        }
        assertThat(fuzz.findings()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void theSameSeedSpoilsTheSameBytes() {
        var one = new DiscFuzz(SEED, SMALL).image(7).bytes();
        var other = new DiscFuzz(SEED, SMALL).image(7).bytes();

        assertThat(one).isEqualTo(other);
    }

    @Test
    void mostChangesGetPastTheCheckSums() {
        byte[] image = Fixture.load("udf201-hd").bytes();
        var mutation = new Mutation(new SplittableRandom(SEED));
        int changedAndSealed = 0;
        for (int i = 0; i < 50; i++) {
            byte[] spoiled = mutation.of(image, Tags.structures(image), image);
            if (spoiled.length == image.length && !Arrays.equals(spoiled, image)) {
                changedAndSealed += Tags.isTag(spoiled, 256 * 2048) ? 1 : 0;
            }
        }
        assertThat(changedAndSealed).isGreaterThan(20);
    }
}
