package dev.spindle.audio.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.audio.check.TrackSums;
import dev.spindle.audio.id.AccurateRipId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

@Tag("unit")
class AccurateRipAnswerTest {
    /** ARver, its fixture dBAR-001-000441fd-000883fb-020e8801. */
    private static final byte[] FIXTURE =
            HexFormat.of().parseHex("01fd410400fb83080001880e02071e5416276bcad507");

    private static final AccurateRipId ID = new AccurateRipId(1, 0x441fd, 0x883fb, 0x20e8801);

    private static TrackSums sums(long version1, long version2) {
        return new TrackSums(44_100, 1, version1, version2, OptionalLong.of(0x7d5ca6b), 2);
    }

    @Test
    void readsTheFixtureOfAnotherProgram() throws IOException {
        var answer = AccurateRipAnswer.parse(FIXTURE, ID);
        var entry = answer.pressings().getFirst().tracks().getFirst();
        assertThat(entry).isEqualTo(new AccurateRipAnswer.Entry(7, 0x2716541eL, 0x7d5ca6b));
        assertThat(answer.submissions(0)).isEqualTo(7);
    }

    @Test
    void eitherVersionOfTheChecksumCounts() throws IOException {
        byte[] two = Arrays.copyOf(FIXTURE, 2 * FIXTURE.length);
        System.arraycopy(FIXTURE, 0, two, FIXTURE.length, FIXTURE.length);
        two[FIXTURE.length + 13] = 5;
        two[FIXTURE.length + 14] = 0x1f;
        var answer = AccurateRipAnswer.parse(two, ID);
        assertThat(answer.confidence(0, sums(0x2716541eL, 1))).isEqualTo(7);
        assertThat(answer.confidence(0, sums(1, 0x2716541fL))).isEqualTo(5);
        assertThat(answer.confidence(0, sums(0x2716541fL, 0x2716541eL))).isEqualTo(12);
        assertThat(answer.confidence(0, sums(1, 2))).isZero();
        assertThat(answer.submissions(0)).isEqualTo(12);
        assertThat(answer.confidence(1, sums(0x2716541eL, 0x2716541eL)))
                .as("behind the last place")
                .isZero();
        assertThat(answer.submissions(1)).isZero();
    }

    /** Of silence every checksum is 0, and that of an entry nobody filled in. */
    @Test
    void zeroIsNoChecksum() throws IOException {
        byte[] empty = FIXTURE.clone();
        Arrays.fill(empty, 14, 18, (byte) 0);
        assertThat(AccurateRipAnswer.parse(empty, ID).confidence(0, sums(0, 0))).isZero();
    }

    @Test
    void passesOverAnotherDisc() throws IOException {
        var other = new AccurateRipId(1, 0x441fd, 0x883fb, 0x20e8802);
        assertThat(AccurateRipAnswer.parse(FIXTURE, other).pressings()).isEmpty();
        assertThat(AccurateRipAnswer.parse(new byte[0], ID).pressings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 13, 21})
    void refusesAnAnswerThatIsCutOff(int bytes) {
        assertThatThrownBy(() -> AccurateRipAnswer.parse(Arrays.copyOf(FIXTURE, bytes), ID))
                .isInstanceOf(IOException.class)
                .hasMessage("AccurateRip's answer is cut off");
    }

    @Test
    void liesInFoldersByTheLastDigits() {
        assertThat(AccurateRipAnswer.address(URI.create("http://localhost:1"), ID).toString())
                .isEqualTo(
                        "http://localhost:1/accuraterip/d/f/1/"
                                + "dBAR-001-000441fd-000883fb-020e8801.bin");
    }
}
