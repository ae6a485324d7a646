package dev.spindle.disc.sector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

/** Raw sectors of a CD: which have user data, where, and what holes in them mean for files. */
@Tag("unit")
class RawSectorTest {
    private static byte[] sector(int mode, int submode) {
        var raw = new byte[RawSector.BYTES];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (i % 251);
        }
        Arrays.fill(raw, 0, 12, (byte) 0xFF);
        raw[0] = 0;
        raw[11] = 0;
        raw[15] = (byte) mode;
        raw[18] = (byte) submode;
        return raw;
    }

    @Test
    void modeOneHasItsDataBehindTheHeader() {
        byte[] raw = sector(1, 0x20);
        assertThat(RawSector.userData(raw)).hasValue(Arrays.copyOfRange(raw, 16, 16 + 2048));
    }

    @Test
    void formOneOfModeTwoHasItBehindTheSubHeader() {
        byte[] raw = sector(2, 0x08);
        assertThat(RawSector.userData(raw)).hasValue(Arrays.copyOfRange(raw, 24, 24 + 2048));
    }

    @Test
    void formTwoAudioAndEmptySectorsHaveNone() {
        assertThat(RawSector.userData(sector(2, 0x28))).isEmpty();
        assertThat(RawSector.userData(sector(0, 0))).isEmpty();
        assertThat(RawSector.userData(sector(3, 0))).isEmpty();
        byte[] audio = sector(1, 0);
        audio[5] = 0;
        assertThat(RawSector.userData(audio)).isEmpty();
        assertThat(RawSector.userData(Arrays.copyOf(sector(1, 0), 2351))).isEmpty();
    }

    @Test
    void ofSectorsInARowAllMustHaveIt() {
        var view = new SectorView(RawSector.BYTES);
        byte[] two = Arrays.copyOf(sector(1, 0), 2 * RawSector.BYTES);
        assertThat(view.userData(two)).isEmpty();
        System.arraycopy(sector(2, 0), 0, two, RawSector.BYTES, RawSector.BYTES);
        assertThat(view.userData(two).orElseThrow()).hasSize(2 * 2048);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2351, 2352, 2353, 1_000_000_007})
    void aLengthIsCountedInSectors(long bytes) {
        long sectors = new SectorView(2352).lengthBytes(bytes) / 2048;
        assertThat(sectors * 2352).isBetween(bytes, bytes + 2351);
        assertThat(new SectorView(2048).lengthBytes(bytes)).isEqualTo(bytes);
    }

    @Test
    void aHoleCoversEachSectorThatItTouches() {
        var view = new SectorView(2352);
        var holes = RangeSet.of(new ByteRange(2351, 2353), ByteRange.at(10 * 2352L, 2352));
        assertThat(view.seen(holes).ranges())
                .containsExactly(new ByteRange(0, 2 * 2048), ByteRange.at(10 * 2048, 2048));
        assertThat(new SectorView(2048).seen(holes)).isEqualTo(holes);
    }
}
