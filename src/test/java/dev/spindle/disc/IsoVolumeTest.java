package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts.Kind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found out of ISO 9660 structures. */
@Tag("unit")
class IsoVolumeTest {
    @Test
    void anIsoVolumeHasLabelAndSize() {
        var facts = DiscImage.iso().inspect();
        assertThat(facts.kind()).isEqualTo(Kind.ISO_9660);
        assertThat(facts.label()).hasValue("MY_DISC");
        assertThat(facts.bytes()).isEqualTo(1000 * 2048);
        assertThat(facts.sectors()).isEqualTo(1000);
        assertThat(facts.sizes().capacityBytes()).isEqualTo(1000 * 2048);
        assertThat(facts.sizes().isoBytes()).hasValue(1000 * 2048);
        assertThat(facts.sizes().udfBytes()).isEmpty();
        assertThat(facts.sizes().isTruncated()).isFalse();
        assertThat(facts.identity()).matches("[0-9a-f]{64}");
        assertThat(facts.protection()).isEmpty();
    }

    @Test
    void aVolumeThatIsLargerThanItsDiscIsTruncated() {
        var facts = new DiscImage(500).primary(16, "A", 1000).terminator(17).inspect();
        assertThat(facts.sizes().isTruncated()).isTrue();
    }

    @Test
    void aSizeThatContradictsItselfIsNotBelieved() {
        var disc = DiscImage.iso();
        disc.at(16).putInt(84, 7);
        assertThat(disc.inspect().sizes().isoBytes()).isEmpty();
        disc = DiscImage.iso();
        disc.at(16).putShort(128, (short) 2047);
        assertThat(disc.inspect().sizes().isoBytes()).isEmpty();
        disc = DiscImage.iso();
        disc.at(16).putShort(128, (short) 3000).putShort(130, Short.reverseBytes((short) 3000));
        assertThat(disc.inspect().sizes().isoBytes()).isEmpty();
    }

    @Test
    void smallBlocksCount() {
        var disc = DiscImage.iso();
        disc.at(16).putShort(128, (short) 512).putShort(130, Short.reverseBytes((short) 512));
        assertThat(disc.inspect().sizes().isoBytes()).hasValue(1000 * 512);
    }

    @Test
    void theJolietLabelIsPreferredIfItDecodes() {
        var disc =
                new DiscImage(100).primary(16, "MY_DISC", 100).joliet(17, "My dïsc").terminator(18);
        assertThat(disc.inspect().label()).hasValue("My dïsc");
        disc.at(17).putShort(40, (short) 0x00DC); // a low surrogate alone
        assertThat(disc.inspect().label()).hasValue("MY_DISC");
        var blank = new DiscImage(100).primary(16, "MY_DISC", 100).joliet(17, "").terminator(18);
        assertThat(blank.inspect().label()).hasValue("MY_DISC");
    }

    @Test
    void whatComesBehindTheTerminatorDoesNotCount() {
        var disc = DiscImage.iso().joliet(18, "ghost");
        assertThat(disc.inspect().label()).hasValue("MY_DISC");
    }

    @Test
    void controlCharactersAreStrippedFromLabels() {
        var disc = new DiscImage(100).primary(16, "A\u0007B\u001b[1m\u0085C", 100).terminator(17);
        assertThat(disc.inspect().label()).hasValue("AB[1mC");
        assertThat(new DiscImage(100).primary(16, " \0\0", 100).inspect().label()).isEmpty();
    }
}
