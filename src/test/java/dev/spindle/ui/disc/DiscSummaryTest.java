package dev.spindle.ui.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalLong;

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
}
