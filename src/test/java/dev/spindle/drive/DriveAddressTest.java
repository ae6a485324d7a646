package dev.spindle.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

@Tag("unit")
class DriveAddressTest {
    @Test
    void aPlainNameHasNoOptions() {
        var address = DriveAddress.parse("/dev/sr0");
        assertThat(address.location()).isEqualTo("/dev/sr0");
        assertThat(address.isDemo()).isFalse();
        assertThat(address.hasOptions()).isFalse();
    }

    @Test
    void optionsComeInAnyOrder() {
        for (String options : Set.of("speed=20M&script=a b.txt", "script=a b.txt&speed=20M")) {
            var address = DriveAddress.parse("my disc.iso?" + options);
            assertThat(address.location()).isEqualTo("my disc.iso");
            assertThat(address.speedBytesPerSecond()).hasValue(20L << 20);
            assertThat(address.script()).hasValue("a b.txt");
        }
    }

    @Test
    void theDemoDiscTakesOptionsToo() {
        var address = DriveAddress.parse("demo:?speed=1MB");
        assertThat(address.isDemo()).isTrue();
        assertThat(address.speedBytesPerSecond()).hasValue(1_000_000);
    }

    @Test
    void aQuestionMarkBelongsToTheNameOfAFileThatExists() {
        Set<String> files = Set.of("what?.iso", "what?speed=20M");
        assertThat(DriveAddress.parse("what?speed=20M", files::contains).location())
                .isEqualTo("what?speed=20M");
        var address = DriveAddress.parse("what?.iso?speed=1K", files::contains);
        assertThat(address.location()).isEqualTo("what?.iso");
        assertThat(address.speedBytesPerSecond()).hasValue(1024);
        assertThat(DriveAddress.parse("what?speed=20M").location()).isEqualTo("what");
    }

    @Test
    void aCueSheetIsKnownByItsName() {
        assertThat(DriveAddress.parse("A.CUE").isCueSheet()).isTrue();
        assertThat(DriveAddress.parse("a.bin").isCueSheet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~                  | the drive has no name; write a device
                    ?speed=1M           | the drive has no name; write a device
                    demo:x              | 'demo:x' is no drive; write demo: alone
                    a.iso?              | '' is no option of a drive; after the '?' write speed=RATE
                    a.iso?sped=20M      | 'sped' is no option of a drive; after the '?' write
                    a.iso?speed=1M&     | '' is no option of a drive; after the '?' write speed=RATE
                    a.iso?speed         | the option speed of the drive has no value; write speed=20M
                    a.iso?script=       | the option script of the drive has no value; write script=FILE
                    a.iso?speed=1&speed=2 | the option speed of the drive is given twice; write it once
                    a.iso?speed=fast    | 'fast' is no rate; write for example 20M
                    a.iso?speed=0       | a rate must be more than zero
                    """)
    void mistakesAreToldInOneSentence(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriveAddress.parse(text))
                .withMessageStartingWith(message);
    }
}
