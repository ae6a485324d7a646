package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts.Kind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;

/** By what a disc is known again, and what that costs. */
@Tag("unit")
class DiscIdentityTest {
    @Test
    void noiseIsNeverMoreThanAFewReads() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var disc = DiscImage.udf().primary(16, "X", 10).udfStructures(17);
            for (long lba : new long[] {16, 17, 256, 32, 33, 999}) {
                for (int i = 0; i < 20; i++) {
                    disc.at(lba).put(random.nextInt(2048), (byte) random.nextInt());
                }
                if (lba >= 32 && random.nextBoolean()) {
                    disc.tag(lba, random.nextInt(10));
                }
            }
            var facts = disc.inspect();
            assertThat(facts.identity()).as("seed %d", seed).hasSize(64);
            assertThat(disc.asked.size()).as("seed %d", seed).isLessThan(250);
        }
    }

    @Test
    void whatHasNoFileSystemIsData() {
        var disc = new DiscImage(10_000);
        var facts = disc.inspect();
        assertThat(facts.kind()).isEqualTo(Kind.DATA);
        assertThat(facts.label()).isEmpty();
        assertThat(facts.sizes().claimedBytes()).isZero();
        String identity = facts.identity();
        disc.at(3).put(7, (byte) 1);
        assertThat(disc.inspect().identity()).isNotEqualTo(identity);
        disc = new DiscImage(10_000);
        disc.at(9999 / 16 * 16).put(7, (byte) 1);
        assertThat(disc.inspect().identity()).isNotEqualTo(identity);
    }

    @Test
    void tinyImagesAreKnownByTheirBytes() {
        var one = DiscInspector.inspect(_ -> Optional.of(new byte[] {1, 2, 3}), 3);
        var other = DiscInspector.inspect(_ -> Optional.of(new byte[] {1, 2, 4}), 3);
        assertThat(one.sectors()).isEqualTo(1);
        assertThat(one.identity()).isNotEqualTo(other.identity());
    }

    @Test
    void theIdentityIsOfLengthAndStructures() {
        var identities = new HashSet<String>();
        identities.add(DiscImage.iso().inspect().identity());
        identities.add(
                new DiscImage(1001)
                        .primary(16, "MY_DISC", 1000)
                        .terminator(17)
                        .inspect()
                        .identity());
        identities.add(
                new DiscImage(1000)
                        .primary(16, "MY_DISK", 1000)
                        .terminator(17)
                        .inspect()
                        .identity());
        var bad = DiscImage.iso();
        bad.bad.add(17L);
        identities.add(bad.inspect().identity());
        identities.add(DiscImage.udf().inspect().identity());
        identities.add(DiscImage.udf().partition(33, 2, 0, 260, 699).inspect().identity());
        assertThat(identities).hasSize(6);
        var elsewhere = DiscImage.iso();
        elsewhere.at(18).put(0, (byte) 1);
        elsewhere.at(500).put(0, (byte) 1);
        assertThat(elsewhere.inspect().identity()).isEqualTo(DiscImage.iso().inspect().identity());
    }

    /** Of the same label and size; the time to a hundredth of a second tells them apart. */
    @Test
    void aTwinMadeAtAnotherTimeIsAnotherDisc() {
        var twin = DiscImage.iso();
        // Volume creation date and time (ECMA-119, 8.4.26).
        twin.at(16).put(813 + 15, (byte) '7');
        assertThat(twin.inspect().label()).isEqualTo(DiscImage.iso().inspect().label());
        assertThat(twin.inspect().identity()).isNotEqualTo(DiscImage.iso().inspect().identity());
    }

    @Test
    void eachSectorIsReadOnce() {
        var disc = DiscImage.udf().primary(19, "X", 10);
        var times = new HashMap<Long, Integer>();
        var _ =
                DiscInspector.inspect(
                        lba -> {
                            times.merge(lba, 1, Integer::sum);
                            return disc.read(lba);
                        },
                        disc.lengthBytes);
        assertThat(times.values()).containsOnly(1);
    }
}
