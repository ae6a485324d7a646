package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Sense;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalLong;
import java.util.Random;

/** Sense data in both formats. */
@Tag("unit")
class SenseDataTest {
    /** As a programmable drive under Linux sent it for a bad sector 100. */
    private static final String MEDIUM_ERROR = "F0 00 03 00000064 0A 00000000 11 05 00 000000";

    @Test
    void theFixedFormatTellsKeyCodesAndSector() {
        assertThat(SenseData.parse(Hex.bytes(MEDIUM_ERROR)))
                .contains(new SenseData(new Sense(3, 0x11, 5), false, OptionalLong.of(100)));
    }

    @Test
    void withoutTheValidBitTheSectorMeansNothing() {
        assertThat(SenseData.parse(Hex.bytes("70" + MEDIUM_ERROR.substring(2))))
                .contains(new SenseData(new Sense(3, 0x11, 5), false, OptionalLong.empty()));
    }

    @Test
    void aDeferredErrorIsCalledSo() {
        assertThat(SenseData.parse(Hex.bytes("71 00 0B 00000000 0A 00000000 47 03 00000000")))
                .contains(new SenseData(new Sense(11, 0x47, 3), true, OptionalLong.empty()));
    }

    @Test
    void flagsBesideTheKeyDoNotCount() {
        // Filemark, end of medium, incorrect length: bits 7 to 5 of byte 2.
        assertThat(SenseData.parse(Hex.bytes("70 00 E5 00000000 0A 00000000 6F 03 00000000")))
                .map(SenseData::sense)
                .contains(new Sense(5, 0x6F, 3));
    }

    @Test
    void whatLiesBehindTheAdditionalLengthIsNoCode() {
        assertThat(SenseData.parse(Hex.bytes("70 00 02 00000000 04 00000000 3A 01 00000000")))
                .map(SenseData::sense)
                .contains(new Sense(2, 0, 0));
    }

    /** SPC-4, 4.5.2.1: the descriptor format with an information descriptor. */
    @Test
    void theDescriptorFormatTellsTheSame() {
        assertThat(
                        SenseData.parse(
                                Hex.bytes("72 03 11 01 000000 0C", "00 0A 80 00 0000000001020304")))
                .contains(
                        new SenseData(new Sense(3, 0x11, 1), false, OptionalLong.of(0x0102_0304L)));
    }

    @Test
    void theInformationIsFoundBehindOtherDescriptors() {
        // A stream commands descriptor (04h) and a sense key specific one (02h) come first.
        assertThat(
                        SenseData.parse(
                                Hex.bytes(
                                        "73 06 29 00 000000 18",
                                        "04 02 0020",
                                        "02 06 0000 C0000A 00",
                                        "00 0A 80 00 0000000000000007")))
                .contains(new SenseData(new Sense(6, 0x29, 0), true, OptionalLong.of(7)));
    }

    @Test
    void aDescriptorThatIsCutOffTellsNothing() {
        assertThat(SenseData.parse(Hex.bytes("72 03 11 00 000000 0C 00 0A 80 00 000000")))
                .contains(new SenseData(new Sense(3, 0x11, 0), false, OptionalLong.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "6F0003", "74000311", "7F", "70", "7000", "72", "720311"})
    void whatIsNoSenseDataTellsNothing(String bytes) {
        assertThat(SenseData.parse(Hex.bytes(bytes))).isEmpty();
    }

    @Test
    void randomAndTruncatedBytesNeverThrow() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (0x70 + random.nextInt(4));
            }
            var data = SenseData.parse(bytes);
            assertThat(data.stream().allMatch(d -> d.information().orElse(0) >= 0))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }
}
