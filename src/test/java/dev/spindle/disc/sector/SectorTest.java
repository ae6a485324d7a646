package dev.spindle.disc.sector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers in a sector, and the sequence that says whether there is UDF. */
@Tag("unit")
class SectorTest {
    private final Map<Long, String> structures = new HashMap<>();
    private final Set<Long> bad = new HashSet<>();
    private final List<Long> asked = new ArrayList<>();

    private SectorCache disc() {
        return new SectorCache(
                lba -> {
                    asked.add(lba);
                    byte[] sector = new byte[2048];
                    byte[] text =
                            structures.getOrDefault(lba, "").getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(text, 0, sector, 1, text.length);
                    return bad.contains(lba) ? Optional.empty() : Optional.of(sector);
                },
                10_000);
    }

    private boolean hasUdf() {
        return VolumeStructures.hasUdf(disc());
    }

    @Test
    void numbersAreUnsignedInEitherOrder() {
        var sector = new Sector(new byte[] {-1, -2, -3, -4, 0, 0, 0, -128, 7});
        assertThat(sector.u8(0)).isEqualTo(255);
        assertThat(sector.u16(0)).isEqualTo(0xFEFF);
        assertThat(sector.u16BigEndian(0)).isEqualTo(0xFFFE);
        assertThat(sector.u32(0)).isEqualTo(0xFCFDFEFFL);
        assertThat(sector.u32BigEndian(0)).isEqualTo(0xFFFEFDFCL);
        assertThat(sector.u64(0)).as("above 2^63").isNegative();
        assertThat(sector.u64(1)).isEqualTo(0x0780_0000_00FC_FDFEL);
    }

    @Test
    void oneOrderDoesNotStick() {
        var sector = new Sector(new byte[] {1, 2, 3, 4});
        assertThat(sector.u16BigEndian(0)).isEqualTo(0x0102);
        assertThat(sector.u16(0)).isEqualTo(0x0201);
        assertThat(sector.u32BigEndian(0)).isEqualTo(0x01020304);
        assertThat(sector.u32(0)).isEqualTo(0x04030201);
    }

    @Test
    void aPartialSectorIsFilledUpWithZeros() {
        var sector = new Sector(new byte[] {5});
        assertThat(sector.bytes(0, Sector.BYTES)).hasSize(2048).startsWith(5, 0);
        assertThat(sector.u64(2040)).isZero();
    }

    @Test
    void bytesAreACopy() {
        var sector = new Sector(new byte[2048]);
        sector.bytes(0, 4)[0] = 9;
        assertThat(sector.u8(0)).isZero();
    }

    @Test
    void textIsComparedToItsLastLetter() {
        byte[] bytes = new byte[2048];
        System.arraycopy("NSR02".getBytes(StandardCharsets.US_ASCII), 0, bytes, 2043, 5);
        var sector = new Sector(bytes);
        assertThat(sector.hasText(2043, "NSR02")).isTrue();
        assertThat(sector.hasText(2043, "NSR03")).isFalse();
        assertThat(sector.hasText(2042, "NSR0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BEA01 NSR02 TEA01, true",
        "BEA01 NSR03 TEA01, true",
        "CD001 CD001 BEA01 NSR02, true",
        "BEA01 BOOT2 NSR02, true",
        // NSR02 stands where no larger block begins either.
        "BEA01 TEA01 CD001 NSR02, false",
        "BEA01 XXXXX CD001 NSR02, false",
        "BEA01 CD001 CD001 NSR02, true",
        "BEA01, false",
        "NSR04, false"
    })
    void theSequenceEndsWithItsEndOrWithWhatIsNone(String sequence, boolean hasUdf) {
        long lba = 16;
        for (String identifier : sequence.split(" ")) {
            structures.put(lba++, identifier);
        }
        assertThat(hasUdf()).isEqualTo(hasUdf);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void largerBlocksHaveOneStructureEach(int step) {
        structures.put(16L, "BEA01");
        structures.put(16L + step, "NSR03");
        assertThat(hasUdf()).isTrue();
    }

    @Test
    void noOtherStepIsTried() {
        structures.put(16L, "BEA01");
        structures.put(19L, "NSR03");
        assertThat(hasUdf()).isFalse();
    }

    @Test
    void aBadSectorIsSkipped() {
        structures.put(16L, "CD001");
        bad.add(17L);
        structures.put(18L, "NSR02");
        assertThat(hasUdf()).isTrue();
    }

    @Test
    void aSequenceThatDoesNotEndIsGivenUp() {
        for (long lba = 16; lba < 10_000; lba++) {
            structures.put(lba, "CD001");
        }
        assertThat(hasUdf()).isFalse();
        assertThat(asked).hasSizeLessThan(5 * 32);
    }

    @Test
    void structuresOfASessionAreCountedFromItsBeginning() {
        assertThat(VolumeStructures.lbas(11_400)).startsWith(11_416L).hasSize(32);
        assertThat(VolumeStructures.lbas()).startsWith(16L).endsWith(47L);
    }
}
