package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.fuzz.Tags;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.toc.DiscInformation;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.disc.toc.Track;
import dev.spindle.disc.toc.Track.Mode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is made of sizes, structures and what the drive says, put together. */
@Tag("unit")
class DiscFactsTest {
    private static OptionalLong maybe(long bytes) {
        return bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "100, -1, -1, 0, false",
        "100, 100, -1, 100, false",
        "100, 101, -1, 101, true",
        "100, -1, 101, 101, true",
        "100, 50, 90, 90, false",
        "100, 90, 50, 90, false"
    })
    void theMostThatIsClaimedCounts(long capacity, long iso, long udf, long claimed, boolean cut) {
        var sizes = new DiscSizes(capacity, maybe(iso), maybe(udf));
        assertThat(sizes.claimedBytes()).isEqualTo(claimed);
        assertThat(sizes.isTruncated()).isEqualTo(cut);
        assertThat(sizes.tocBytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO 9660, true",
        "UDF, true",
        "UDF 2.50, true",
        "GPT partitions, false",
        "Apple HFS, false",
        "Joliet level 3, false"
    })
    void onlyIsoAndUdfHaveFilesToList(String structure, boolean hasFiles) {
        var details =
                new DiscDetails(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(structure),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        assertThat(details.hasFiles()).isEqualTo(hasFiles);
    }

    private static List<String> front(DiscImage disc) {
        return FrontStructures.names(new SectorCache(disc, 1000));
    }

    private static void text(DiscImage disc, int at, String text) {
        disc.at(0).put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, ER, Apple partition map",
        "512, EFI PART, GPT partitions",
        "1024, BD, Apple HFS",
        "1024, H+, Apple HFS+",
        "1024, HX, Apple HFS+"
    })
    void theFirstSectorTellsOfOtherSystems(int at, String text, String name) {
        var disc = new DiscImage(1000);
        text(disc, at, text);
        assertThat(front(disc)).containsExactly(name);
        var elsewhere = new DiscImage(1000);
        text(elsewhere, at + 1, text);
        assertThat(front(elsewhere)).isEmpty();
    }

    @Test
    void anEmptyTableOfPartitionsIsNone() {
        var disc = new DiscImage(1000);
        disc.at(0).putShort(510, (short) 0xAA55);
        assertThat(front(disc)).isEmpty();
        disc.at(0).put(450, (byte) 0x17);
        assertThat(front(disc)).containsExactly("MBR partitions");
        disc.bad.add(0L);
        assertThat(front(disc)).isEmpty();
    }

    private static MediumFacts medium(Optional<DiscToc> toc, Optional<String> protection) {
        return new MediumFacts(
                MediumFamily.DVD, toc, Optional.empty(), protection, Optional.empty());
    }

    @Test
    void whatTheDriveSaysOfProtectionIsBelieved() {
        var disc = DiscImage.iso();
        var says = medium(Optional.empty(), Optional.of("CPRM"));
        assertThat(DiscInspector.inspect(disc, disc.lengthBytes, says).protection())
                .hasValue("CPRM");
        assertThat(disc.inspect().protection()).isEmpty();
        var film = Fixture.load("udf260-aacs");
        assertThat(DiscInspector.inspect(film, film.bytes().length).protection()).hasValue("AACS");
        assertThat(DiscInspector.inspect(film, film.bytes().length, says).protection())
                .hasValue("CPRM");
    }

    @Test
    void theTocSaysWhereTheLastSessionIs() {
        var disc = DiscImage.iso().primary(516, "LATER", 400).terminator(517);
        var toc =
                new DiscToc(
                        List.of(
                                new Track(1, 1, 0, 400, Mode.MODE_1),
                                new Track(2, 2, 500, 400, Mode.MODE_1)),
                        1000);
        var facts =
                DiscInspector.inspect(
                        disc, disc.lengthBytes, medium(Optional.of(toc), Optional.empty()));
        assertThat(facts.label()).hasValue("LATER");
        assertThat(facts.sizes().tocBytes()).hasValue(1000 * 2048);
        assertThat(disc.inspect().label()).hasValue("MY_DISC");
    }

    @Test
    void aPartialLastSectorCountsAsOne() {
        var facts = DiscInspector.inspect(_ -> Optional.of(new byte[2048]), 5 * 2048 + 1);
        assertThat(facts.sectors()).isEqualTo(6);
        assertThat(facts.bytes()).isEqualTo(5 * 2048 + 1);
    }

    @Test
    void whereUdfIsRefusedTheFilesOfIsoAreShownWithTheReason() throws DiscException {
        var bridge = Fixture.load("bridge");
        byte[] bytes = bridge.bytes().clone();
        for (int at = 0; at < bytes.length; at += 2048) {
            boolean isAnchor = Tags.isTag(bytes, at) && bytes[at] == 2 && bytes[at + 1] == 0;
            if (isAnchor) {
                Arrays.fill(bytes, at, at + 2048, (byte) 0);
            }
        }
        var spoiled = bridge.with(bytes);
        var whole = DiscTrees.read(bridge, bridge.bytes().length);
        var tree = DiscTrees.read(spoiled, bytes.length);
        assertThat(whole.problems()).isEmpty();
        assertThat(tree.problems().getFirst()).startsWith("its UDF is refused: ");
        assertThat(tree.totals()).isEqualTo(whole.totals());
    }

    @Test
    void whereNothingIsKnownTheFilesAreRefused() {
        assertThatThrownBy(() -> DiscTrees.read(new DiscImage(1000), 1000 * 2048))
                .isInstanceOf(DiscException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"0, BLANK", "1, APPENDABLE", "2, COMPLETE", "3, OTHER", "5, APPENDABLE"})
    void theLowestTwoBitsAreTheStatus(int bits, DiscInformation.Status status) {
        assertThat(DiscInformation.status(bits)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"2, CPRM", "3, an unknown system", "255, an unknown system"})
    void otherSystemsOfProtectionAreToldToo(int number, String name) {
        assertThat(MediumFacts.protectionSystem(number)).hasValue(name);
    }

    @Test
    void onlyABlankDiscIsBlank() {
        for (var status : DiscInformation.Status.values()) {
            var information = Optional.of(new DiscInformation(status, false, 1));
            var medium =
                    new MediumFacts(
                            MediumFamily.CD,
                            Optional.empty(),
                            information,
                            Optional.empty(),
                            Optional.empty());
            assertThat(medium.isBlank()).isEqualTo(status == DiscInformation.Status.BLANK);
        }
        assertThat(MediumFacts.NONE.isBlank()).isFalse();
    }

    @Test
    void anEmptyTocHasNothing() {
        var toc = new DiscToc(List.of(), 0);
        assertThat(toc.hasAudio() || toc.hasData() || toc.hasMode2() || toc.isEnhanced()).isFalse();
        assertThat(toc.sessions()).isZero();
        assertThat(toc.lastDataSessionLba()).isEmpty();
    }

    @Test
    void dataInFrontOfAudioIsNotEnhanced() {
        var data = new Track(1, 1, 0, 100, Mode.DATA);
        var audio = new Track(2, 1, 100, 100, Mode.AUDIO);
        assertThat(new DiscToc(List.of(data, audio), 200).isEnhanced()).isFalse();
        assertThat(new DiscToc(List.of(data, audio), 200).lastDataSessionLba()).hasValue(0);
        assertThat(new DiscToc(List.of(data), 100).hasMode2()).isFalse();
    }
}
