package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts.Kind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/** What is found out of UDF structures. */
@Tag("unit")
class UdfVolumeTest {
    @Test
    void aUdfVolumeHasLabelAndSize() {
        var facts = DiscImage.udf().inspect();
        assertThat(facts.kind()).isEqualTo(Kind.UDF);
        assertThat(facts.label()).hasValue("Größe");
        assertThat(facts.sizes().udfBytes()).hasValue(960 * 2048);
        assertThat(facts.sizes().isoBytes()).isEmpty();
    }

    @Test
    void aUdfLabelMayBeWide() {
        var disc = DiscImage.udf().logicalVolume(32, 1, DiscImage.dstring(16, "映画"));
        assertThat(disc.inspect().label()).hasValue("映画");
    }

    @Test
    void theDescriptorWithTheHighestNumberPrevails() {
        var disc =
                DiscImage.udf()
                        .logicalVolume(35, 9, DiscImage.dstring(8, "new"))
                        .logicalVolume(34, 10, DiscImage.dstring(8, "newest"))
                        .partition(36, 1, 0, 260, 5000)
                        .partition(37, 1, 1, 960, 10);
        assertThat(disc.inspect().label()).hasValue("newest");
        assertThat(disc.inspect().sizes().udfBytes()).hasValue(970 * 2048);
    }

    @Test
    void aBridgeDiscIsBoth() {
        var disc =
                DiscImage.iso()
                        .udfStructures(18)
                        .anchor(256, 32, 16 * 2048, 48)
                        .logicalVolume(32, 1, DiscImage.dstring(8, "A longer label"));
        assertThat(disc.inspect().kind()).isEqualTo(Kind.ISO_AND_UDF);
        assertThat(disc.inspect().label()).hasValue("A longer label");
        disc.logicalVolume(32, 1, DiscImage.dstring(8, "LogicalVolume_ID"));
        assertThat(disc.inspect().label()).hasValue("LogicalVolume_ID");
        disc.logicalVolume(32, 1, DiscImage.dstring(8, "LOGICAL_VOLUME_ID"));
        assertThat(disc.inspect().label()).hasValue("MY_DISC");
    }

    @Test
    void theAnchorMayBeAtTheEnd() {
        for (long lba : new long[] {999, 999 - 256}) {
            var disc = DiscImage.udf().anchor(lba, 32, 16 * 2048, 48);
            disc.bad.add(256L);
            assertThat(disc.inspect().label()).hasValue("Größe");
        }
    }

    @Test
    void theReserveSequenceHelps() {
        var disc =
                DiscImage.udf()
                        .logicalVolume(48, 1, DiscImage.dstring(8, "spare"))
                        .partition(49, 1, 0, 1, 2);
        disc.bad.addAll(List.of(32L, 33L));
        assertThat(disc.inspect().label()).hasValue("spare");
        assertThat(disc.inspect().sizes().udfBytes()).hasValue(3 * 2048);
    }

    @Test
    void aDescriptorWithAWrongTagIsNotBelieved() {
        var disc = DiscImage.udf();
        disc.at(32).put(4, (byte) (disc.at(32).get(4) + 1));
        assertThat(disc.inspect().label()).isEmpty();
        disc = DiscImage.udf();
        disc.at(256).putInt(12, 255);
        disc.at(256).put(4, (byte) (disc.at(256).get(4) - 1));
        var facts = disc.inspect();
        assertThat(facts.kind()).isEqualTo(Kind.UDF);
        assertThat(facts.label()).isEmpty();
    }

    @Test
    void hostileDstringsHaveNoLabel() {
        for (int used : new int[] {0, 1, 128, 255}) {
            byte[] field = DiscImage.dstring(8, "label");
            field[127] = (byte) used;
            assertThat(DiscImage.udf().logicalVolume(32, 1, field).inspect().label()).isEmpty();
        }
        byte[] field = DiscImage.dstring(8, "label");
        field[0] = 17;
        assertThat(DiscImage.udf().logicalVolume(32, 1, field).inspect().label()).isEmpty();
    }

    @Test
    void hostileSequencesAreBounded() {
        var disc = DiscImage.udf().anchor(256, 32, 0xFFFF_FFFFL, 48);
        assertThat(disc.inspect().label()).hasValue("Größe");
        var far = DiscImage.udf().anchor(256, 0xFFFF_FF00L, 0xFFFF_FFFFL, 0xFFFF_FFF0L);
        assertThat(far.inspect().label()).isEmpty();
        assertThat(far.asked.size()).isLessThan(100);
    }

    @Test
    void revisionAndDatesAreTold() {
        var disc = DiscImage.udf().revised(32, 0x0250, 64).tag(32, 6);
        disc.date(35, 376, 2020, 2, 29).tag(35, 1);
        disc.date(64, 16, 2021, 3, 4).tag(64, 9);
        disc.date(65, 16, 2022, 5, 6).tag(65, 9);
        disc.partition(33, 2, 0, 260, 700).tag(34, 4);
        var details = disc.tag(36, 8).inspect().details();
        assertThat(details.structures()).containsExactly("UDF 2.50");
        assertThat(details.created()).hasValue(Instant.parse("2020-02-29T12:00:00Z"));
        assertThat(details.modified()).hasValue(Instant.parse("2022-05-06T12:00:00Z"));
        assertThat(details.hasFiles()).isTrue();
    }

    @Test
    void aRevisionThatIsNoneAndDatesThatAreNoneAreLeftOut() {
        for (int revision : new int[] {0, 0x02A0, 0xFFFF, 0x0050}) {
            var disc = DiscImage.udf().revised(32, revision, 64).tag(32, 6);
            disc.date(64, 16, 2021, 13, 32).tag(64, 9);
            var details = disc.inspect().details();
            assertThat(details.structures()).containsExactly("UDF");
            assertThat(details.created()).isEmpty();
            assertThat(details.modified()).isEmpty();
        }
    }

    @Test
    void integrityDescriptorsThatLeadInACircleEnd() {
        var disc = DiscImage.udf().revised(32, 0x0201, 64).tag(32, 6);
        disc.date(64, 16, 2021, 3, 4);
        disc.at(64).putInt(32, 0xFFFF_F800).putInt(36, 64);
        var facts = disc.tag(64, 9).inspect();
        assertThat(facts.details().modified()).hasValue(Instant.parse("2021-03-04T12:00:00Z"));
        assertThat(disc.asked.size()).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udf201-block512", "udf201-block4096", "udf201-hd"})
    void volumesInBlocksOfOtherSizesAreKnown(String name) {
        var image = Fixture.load(name);
        var facts = DiscInspector.inspect(image, image.bytes().length);
        assertThat(facts.kind()).isEqualTo(Kind.UDF);
        assertThat(facts.label()).hasValue("Läb -type=hd");
        assertThat(facts.details().structures()).containsExactly("UDF 2.01");
        assertThat(facts.details().modified())
                .hasValueSatisfying(time ->
                        assertThat(time).isAfterOrEqualTo(facts.details().created().orElseThrow()));
        assertThat(facts.sizes().isTruncated()).isFalse();
        assertThat(facts.sizes().udfBytes().getAsLong()).isGreaterThan(1_000_000);
    }

    @Test
    void roomToWriteToOnceIsNotMissedFromAnImage() {
        var image = Fixture.load("udf201-dvdr");
        var sizes = DiscInspector.inspect(image, image.bytes().length).sizes();
        assertThat(sizes.udfBytes()).isEmpty();
        assertThat(sizes.isTruncated()).isFalse();
    }
}
