package dev.spindle.disc.iso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/** Which descriptors of a session count. */
@Tag("unit")
class DescriptorSetTest {
    private final IsoImage disc = new IsoImage(1000);

    private DescriptorSet read() {
        return DescriptorSet.read(disc.cache(), 0).orElseThrow();
    }

    private void joliet(long lba, String escape, int rootLba) {
        disc.descriptor(lba, 2, 1000, rootLba).put(88, escape.getBytes(StandardCharsets.US_ASCII));
    }

    private static long root(VolumeDescriptor descriptor) {
        return descriptor.root().firstBlock();
    }

    @Test
    void withoutAPrimaryOneThereIsNoVolume() {
        joliet(16, "%/E", 30);
        disc.descriptor(17, 255, 0, 0);
        assertThat(DescriptorSet.read(disc.cache(), 0)).isEmpty();
    }

    @Test
    void theFirstOfEachSortCounts() {
        disc.descriptor(16, 1, 1000, 20);
        disc.descriptor(17, 1, 1000, 21);
        joliet(18, "%/@", 30);
        joliet(19, "%/E", 31);
        disc.descriptor(20, 2, 1000, 40).put(6, (byte) 2);
        disc.descriptor(21, 2, 1000, 41).put(6, (byte) 2);
        disc.descriptor(22, 255, 0, 0);
        assertThat(root(read().primary())).isEqualTo(20);
        assertThat(root(read().joliet().orElseThrow())).isEqualTo(30);
        assertThat(root(read().enhanced().orElseThrow())).isEqualTo(40);
        assertThat(read().isBootable()).isFalse();
    }

    @Test
    void whatStandsBehindTheTerminatorDoesNotCount() {
        disc.descriptor(16, 1, 1000, 20);
        disc.descriptor(17, 255, 0, 0);
        joliet(18, "%/E", 30);
        assertThat(read().joliet()).isEmpty();
    }

    @Test
    void aBadSectorInBetweenIsSkipped() {
        disc.descriptor(16, 1, 1000, 20);
        joliet(18, "%/E", 30);
        disc.descriptor(19, 255, 0, 0);
        disc.bad.add(17L);
        assertThat(read().joliet()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"%/@, 1", "%/C, 2", "%/E, 3", "%/G, 0", "%/A, 0", "%@E, 0", "'   ', 0"})
    void theEscapeSequenceTellsJolietsLevel(String escape, int level) {
        disc.descriptor(16, 1, 1000, 20);
        joliet(17, escape, 30);
        assertThat(read().joliet().map(VolumeDescriptor::jolietLevel).orElse(0)).isEqualTo(level);
    }

    @Test
    void aPrimaryDescriptorIsNeverJoliet() {
        disc.descriptor(16, 1, 1000, 20).put(88, "%/E".getBytes(StandardCharsets.US_ASCII));
        assertThat(read().joliet()).isEmpty();
        assertThat(read().primary().jolietLevel()).isZero();
    }

    @Test
    void elToritoMakesItBootable() {
        disc.descriptor(16, 1, 1000, 20);
        disc.descriptor(17, 0, 0, 0)
                .put(7, "EL TORITO SPECIFICATION".getBytes(StandardCharsets.US_ASCII));
        assertThat(read().isBootable()).isTrue();
    }

    @Test
    void anotherBootRecordDoesNot() {
        disc.descriptor(16, 1, 1000, 20);
        disc.descriptor(17, 0, 0, 0).put(7, "SOMETHING ELSE".getBytes(StandardCharsets.US_ASCII));
        assertThat(read().isBootable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"512, true", "1024, true", "2048, true", "4096, false", "0, false", "2047, false"})
    void blocksHaveOneOfThreeSizes(int bytes, boolean isOne) {
        var sector = disc.descriptor(16, 1, 1000, 20);
        short size = (short) bytes;
        sector.putShort(128, size).putShort(130, Short.reverseBytes(size));
        assertThat(read().primary().hasBlockSize()).isEqualTo(isOne);
        assertThat(read().primary().sizeBytes().isPresent()).isEqualTo(isOne);
        if (isOne) {
            assertThat(read().primary().sizeBytes()).hasValue(1000L * bytes);
        }
    }

    @Test
    void aSizeThatContradictsItselfIsNone() {
        disc.descriptor(16, 1, 1000, 20).putInt(84, Integer.reverseBytes(1001));
        assertThat(read().primary().sizeBytes()).isEmpty();
        disc.descriptor(16, 1, 0, 20);
        assertThat(read().primary().sizeBytes()).as("no volume is empty").isEmpty();
        disc.descriptor(16, 1, -1, 20);
        assertThat(read().primary().sizeBytes()).hasValue(0xFFFF_FFFFL * 2048);
    }
}
