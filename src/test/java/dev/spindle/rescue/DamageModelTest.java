package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.DamagePicture.Kind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** The simulated damage is the one that the lab's device has. */
@Tag("unit")
final class DamageModelTest {
    /** What {@code src/lab/rescue/pictures.py} says of seed 7, in the order of the kinds. */
    private static final long[] CHECKSUMS = {
        2098833576L, 3795532898L, 2058516908L, 4023355039L,
        2931444909L, 346970533L, 2272016112L, 1351142058L
    };

    @Test
    void makesThePicturesOfTheLab() {
        assertThat(
                        Arrays.stream(Kind.values())
                                .mapToLong(kind -> new DamagePicture(kind, 7).checksum()))
                .containsExactly(Arrays.stream(CHECKSUMS).boxed().toArray(Long[]::new));
    }

    @Test
    void aBadReadCostsAsMuchAsManyGoodOnes() {
        var picture = new DamagePicture(Kind.DEAD, 0);
        int dead = 0;
        while (picture.failures(dead) != DamagePicture.DEAD) {
            dead++;
        }
        var disc = new DamagedDisc(picture);
        assertThat(disc.read(0, 32)).isTrue();
        long good = disc.micros();
        assertThat(disc.read(dead, 1)).isFalse();
        assertThat((disc.micros() - good) / good).isBetween(20L, 220L);
        assertThat(disc.recovered()).isEqualTo(32);
    }

    @Test
    void aFlakySectorReadsAfterItsTries() {
        var picture = new DamagePicture(Kind.FLAKY, 1);
        int flaky = 0;
        while (picture.failures(flaky) == 0 || picture.failures(flaky) == DamagePicture.DEAD) {
            flaky++;
        }
        var disc = new DamagedDisc(picture);
        for (int i = 0; i < picture.failures(flaky); i++) {
            assertThat(disc.read(flaky, 1)).isFalse();
        }
        assertThat(disc.read(flaky, 1)).isTrue();
        assertThat(disc.badReads()).isEqualTo(picture.failures(flaky));
    }
}
