package dev.spindle.ui.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

@Tag("unit")
class DiscSummaryTest {
    @Test
    void tellsWhatIsKnown() {
        var summary = DiscSummary.of(Examples.disc("HOLIDAY", Examples.DISC_BYTES));
        assertThat(summary.kind()).isEqualTo("ISO 9660 and UDF");
        assertThat(summary.label()).isEqualTo("HOLIDAY");
        assertThat(summary.size()).isEqualTo("4.38 GB (4\u00A0380\u00A0123\u00A0136 bytes)");
        assertThat(summary.identity()).isEqualTo("9f2c41d07ab3");
        assertThat(summary.sizes())
                .isEqualTo("Capacity 4.38 GB  ·  ISO 9660 4.38 GB  ·  UDF 4.38 GB");
        assertThat(summary.notes())
                .extracting(DiscSummary.Note::tone)
                .containsExactly(Tone.SUCCESS);
        assertThat(summary.contents())
                .startsWith("UDF 1.02, ISO 9660, Joliet level 3  ·  created 2019-08-");
        assertThat(summary.protection()).isEmpty();
    }

    @Test
    void warnsOfTruncationAndProtection() {
        var summary = DiscSummary.of(Examples.truncatedAndProtectedDisc());
        assertThat(summary.notes().getFirst().tone()).isEqualTo(Tone.WARNING);
        assertThat(summary.notes().getFirst().text()).startsWith("Truncated: 157 MB less");
        assertThat(summary.sizes()).endsWith("UDF –");
        assertThat(summary.protection())
                .isEqualTo(
                        "This disc is protected with CSS: Spindle copies what the drive gives"
                                + " without a key, and what is encrypted stays encrypted in the"
                                + " image.");
    }

    @Test
    void doesNotClaimACheckWhereThereIsNothingToCompare() {
        var data =
                new DiscFacts(
                        DiscFacts.Kind.DATA,
                        Optional.empty(),
                        "ab",
                        2048,
                        1,
                        new DiscSizes(2048, OptionalLong.empty(), OptionalLong.empty()),
                        Optional.empty());
        var summary = DiscSummary.of(data);
        assertThat(summary.notes())
                .extracting(DiscSummary.Note::tone)
                .containsExactly(Tone.NEUTRAL);
        assertThat(summary.contents()).isEqualTo("–");
        assertThat(summary.label()).isEqualTo("None");
        assertThat(summary.identity()).isEqualTo("ab");
    }

    private static DiscFacts with(DiscNote note) {
        var sizes = new DiscSizes(4096, OptionalLong.empty(), OptionalLong.empty());
        var toc = new DiscToc(List.of(new Track(1, 1, 0, 2, Track.Mode.MODE_1)), 2);
        return new DiscFacts(
                DiscFacts.Kind.ISO_9660,
                Optional.of("  "),
                "0123456789abcdef",
                4096,
                2,
                new DiscSizes(4096, OptionalLong.of(6144), sizes.isoBytes(), sizes.udfBytes()),
                Optional.empty(),
                new DiscDetails(
                        Optional.empty(),
                        Optional.empty(),
                        List.of("ISO 9660"),
                        Optional.of(toc),
                        List.of(note),
                        Optional.empty()));
    }

    private static DiscSummary.Note note(DiscNote.Topic topic, long sectors) {
        return DiscSummary.of(with(new DiscNote(topic, sectors))).notes().getFirst();
    }

    @ParameterizedTest
    @EnumSource(DiscNote.Topic.class)
    void eachNoteIsASentenceWithItsNumbers(DiscNote.Topic topic) {
        var note = note(topic, 7);
        assertThat(note.text()).endsWith(".").doesNotContain("{").doesNotContain("}");
        boolean isGood = note.tone() == Tone.SUCCESS;
        assertThat(isGood).isEqualTo(GOOD.contains(topic));
        assertThat(note.tone() == Tone.WARNING).isEqualTo(topic.isWarning());
    }

    private static final Set<DiscNote.Topic> GOOD =
            EnumSet.of(DiscNote.Topic.AGREES, DiscNote.Topic.PADDING, DiscNote.Topic.RUN_OUT);

    @Test
    void oneSectorIsNotPlural() {
        assertThat(note(DiscNote.Topic.PADDING, 1).text())
                .endsWith("Ripped too: 1 sector behind it.");
        assertThat(note(DiscNote.Topic.PADDING, 16).text())
                .endsWith("Ripped too: 16 sectors behind it.");
        assertThat(note(DiscNote.Topic.TOC_DIFFERS, 1).text()).contains("are 1 sector apart");
        assertThat(note(DiscNote.Topic.SESSIONS, 3).text()).startsWith("The disc has 3 sessions:");
        assertThat(note(DiscNote.Topic.TRUNCATED, 500).text())
                .startsWith("Truncated: 1.02 MB less than");
    }

    @Test
    void theTocIsToldWithItsTracks() {
        var summary = DiscSummary.of(with(new DiscNote(DiscNote.Topic.AGREES, 0)));
        assertThat(summary.contents()).isEqualTo("ISO 9660  ·  tracks: 1");
        assertThat(summary.sizes())
                .isEqualTo("Capacity 4.10 kB  ·  TOC 6.14 kB  ·  ISO 9660 –  ·  UDF –");
        assertThat(summary.label()).as("a blank one is none").isEqualTo("None");
        assertThat(summary.identity()).isEqualTo("0123456789ab");
        assertThat(summary.fullIdentity()).isEqualTo("0123456789abcdef");
    }
}
