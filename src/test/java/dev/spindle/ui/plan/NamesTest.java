package dev.spindle.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.DriveReport;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Names that are proposed, and names that were typed. */
@Tag("unit")
class NamesTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));

    private static NameProposal of(DriveReport report, String template) {
        return NameProposal.of(
                report, report.disc().orElseThrow(), Optional.empty(), template, NOON);
    }

    @Test
    void theTemplateOfTheSettingsNamesTheImage() {
        assertThat(of(Examples.drive(), "{date} {label}"))
                .isEqualTo(new NameProposal("2026-11-28 HOLIDAY_2019", false));
        assertThat(of(Examples.drive(), "{kind}").text()).isEqualTo("ISO 9660 and UDF");
    }

    @Test
    void withoutOneItIsCalledAsTheEngineWouldCallIt() {
        assertThat(of(Examples.drive(), "")).isEqualTo(new NameProposal("HOLIDAY_2019", true));
        assertThat(of(Examples.drive(), " / ").isUsual()).isTrue();
        var image = Examples.image("/media/old.iso", Examples.disc("", 4096));
        assertThat(of(image, "").text()).isEqualTo("old");
        assertThat(of(image, "{label}").text()).isEqualTo("old");
    }

    @Test
    void aLabelThatSaysNothingGetsTheDate() {
        var disc = Examples.image("/media/x.iso", Examples.disc("DVD_VIDEO", 4096));
        assertThat(of(disc, "").text()).startsWith("DVD_VIDEO-2026-11-28-");
    }

    @Test
    void whatCanBeNoNameIsRefusedWithItsReason() {
        assertThat(TypedName.problem("Holiday 2019 – part 1")).isEmpty();
        assertThat(TypedName.problem("")).isEmpty();
        assertThat(TypedName.problem("..")).isEqualTo("A name can’t consist of dots alone.");
        assertThat(TypedName.problem("a/b")).startsWith("The name must not contain “/”");
        assertThat(TypedName.problem("a\tb")).contains("control characters");
        assertThat(TypedName.problem("ü".repeat(101))).contains("longer than 200 bytes");
        assertThat(TypedName.problem("ü".repeat(100))).isEmpty();
    }
}
