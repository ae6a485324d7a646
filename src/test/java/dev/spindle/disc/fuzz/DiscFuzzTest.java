package dev.spindle.disc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.Fixture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A short run of the harness, and the harness itself. */
@Tag("unit")
class DiscFuzzTest {
    private static final long SEED = 20_200_229;
    private static final int CASES = 400;
    private static final int SMALL = 1 << 20;
    private static final int MIB = 1 << 20;

    /** Where it is written to, so that no compiler leaves the allocation out. */
    private static volatile byte[] dropped = new byte[0];

    @Test
    void noSpoiledImageIsAFinding() throws InterruptedException {
        var fuzz = new DiscFuzz(SEED, SMALL);
        for (long number = 0; number < CASES; number++) {
            fuzz.run(number);
        }
        assertThat(fuzz.findings()).as("seed %d", SEED).isEmpty();
    }

    /** A run said 150 MiB of a case that holds 24: the rest was garbage of its last moments. */
    @Test
    void whatWasDroppedIsNotHeld() throws InterruptedException {
        long bytes =
                Cost.heldBytes(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        dropped = new byte[16 * 1024];
                    }
                });

        assertThat(bytes).isLessThan(40L * MIB);
    }

    /** Held for a moment only, and by work that is over before a collector is. */
    @Test
    void whatIsHeldIsSeen() throws InterruptedException {
        long bytes =
                Cost.heldBytes(() -> {
                    var held = new ArrayList<byte[]>();
                    // Small pieces: of large ones collectors take more than their size.
                    for (int i = 0; i < 96 * 8; i++) {
                        held.add(new byte[MIB / 8]);
                    }
                    for (int i = 0; i < 20_000; i++) {
                        dropped = held.get(i % held.size()).clone();
                    }
                });

        assertThat(bytes).isBetween(80L * MIB, 120L * MIB);
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
