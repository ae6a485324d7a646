package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables of contents in their formats, and what is made of them. */
@Tag("unit")
class TocTest {
    /** Two audio tracks in a first session and data in a second one: an Enhanced CD. */
    private static final String ENHANCED =
            "0022 01 03"
                    + "00 10 01 00 00000000"
                    + "00 10 02 00 00003A98"
                    + "00 14 03 00 0000A02C"
                    + "00 14 AA 00 0000C350";

    /** The same raw; session 1 ends at 06:42:00 (LBA 30 000), session 2 at 11:08:50. */
    private static final String ENHANCED_FULL =
            "0055 01 02"
                    + "01 10 00 A0 000000 00 01 00 00"
                    + "01 10 00 A1 000000 00 02 00 00"
                    + "01 10 00 A2 000000 00 06 2A 00"
                    + "01 10 00 01 000000 00 00 02 00"
                    + "01 10 00 02 000000 00 03 16 00"
                    + "02 14 00 A2 000000 00 0B 08 32"
                    + "02 14 00 03 000000 00 09 08 3A";

    private static SimpleToc enhanced() throws BadReplyException {
        return SimpleToc.parse(Hex.bytes(ENHANCED));
    }

    @Test
    void theSimpleFormat() throws Exception {
        assertThat(enhanced())
                .isEqualTo(
                        new SimpleToc(
                                List.of(
                                        new TocEntry(1, 0, 0),
                                        new TocEntry(2, 0, 15_000),
                                        new TocEntry(3, 4, 41_004),
                                        new TocEntry(TocEntry.LEAD_OUT, 4, 50_000))));
        assertThat(enhanced().leadOutLba()).isEqualTo(50_000);
    }

    @Test
    void theRawFormat() throws Exception {
        assertThat(FullToc.parse(Hex.bytes(ENHANCED_FULL)))
                .isEqualTo(new FullToc(Map.of(1, 1, 2, 1, 3, 2), Map.of(1, 30_000L, 2, 50_000L)));
    }

    @Test
    void bothTogetherTellWhereSessionsEnd() throws Exception {
        var full = FullToc.parse(Hex.bytes(ENHANCED_FULL));
        assertThat(TocAssembly.of(enhanced(), Optional.of(full), Map.of(3, 2)))
                .isEqualTo(
                        new MediumToc(
                                List.of(
                                        new MediumTrack(1, 1, 0, 15_000, 0, 0),
                                        new MediumTrack(2, 1, 15_000, 15_000, 0, 0),
                                        new MediumTrack(3, 2, 41_004, 8_996, 4, 2)),
                                50_000));
    }

    @Test
    void withoutTheRawFormatThereIsOneSession() throws Exception {
        assertThat(TocAssembly.of(enhanced(), Optional.empty(), Map.of()).tracks())
                .extracting(MediumTrack::session, MediumTrack::sectors)
                .containsExactly(
                        Tuple.tuple(1, 15_000L), Tuple.tuple(1, 26_004L), Tuple.tuple(1, 8_996L));
    }

    @Test
    void aRawFormatThatDoesNotKnowAllTracksIsNotBelieved() throws Exception {
        var full = new FullToc(Map.of(1, 1, 2, 1), Map.of(1, 30_000L));
        assertThat(TocAssembly.of(enhanced(), Optional.of(full), Map.of()).tracks())
                .allMatch(track -> track.session() == 1);
    }

    @Test
    void aLeadOutThatLiesElsewhereIsNotBelieved() throws Exception {
        for (long leadOut : new long[] {14_999, 41_005}) {
            var full = new FullToc(Map.of(1, 1, 2, 1, 3, 2), Map.of(1, leadOut));
            assertThat(TocAssembly.of(enhanced(), Optional.of(full), Map.of()).tracks().get(1))
                    .isEqualTo(new MediumTrack(2, 1, 15_000, 26_004, 0, 0));
        }
    }

    /** No lead-out; no track; tracks in disorder; a track that begins before the one in front. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "000A 01 01 00 14 01 00 00000000",
                "000A 01 01 00 14 AA 00 00000010",
                "001A 01 02 00140200 00000000 00140100 00000010 0014AA00 00000020",
                "001A 01 02 00140100 00000020 00140200 00000010 0014AA00 00000030",
                "0002 0101",
                "00",
                ""
            })
    void aTableThatContradictsItselfIsRefused(String bytes) {
        assertThatThrownBy(() -> SimpleToc.parse(Hex.bytes(bytes)))
                .isInstanceOf(BadReplyException.class)
                .hasMessageStartingWith("the drive's reply to READ TOC");
    }

    @Test
    void aRawTableWithoutTracksIsRefused() {
        assertThatThrownBy(() -> FullToc.parse(Hex.bytes("0002 0101")))
                .isInstanceOf(BadReplyException.class);
    }
}
