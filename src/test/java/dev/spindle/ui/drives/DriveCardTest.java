package dev.spindle.ui.drives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Texts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What a card says of drives that tell much, little or nothing. */
@Tag("unit")
class DriveCardTest {
    private static DriveCard card(
            String vendor, String model, String state, Optional<DiscFacts> disc) {
        var info = new DriveInfo("/dev/sr0", vendor, model, "", "", false);
        return new DriveCard(new DriveReport("/dev/sr0", info, state, disc));
    }

    private static Optional<DiscFacts> disc(String label) {
        return Optional.of(
                new DiscFacts(
                        DiscFacts.Kind.AUDIO_CD,
                        Optional.of(label),
                        "ab",
                        700_000_000,
                        1,
                        new DiscSizes(1, OptionalLong.empty(), OptionalLong.empty()),
                        Optional.empty()));
    }

    @Test
    void aLabelComesBeforeTheDrivesName() {
        var card = card("ACME", "X1", "ready", disc("SONGS"));
        assertThat(card.title()).isEqualTo("SONGS");
        assertThat(card.detail()).isEqualTo("700 MB · Audio CD");
        assertThat(card.name()).isEqualTo("ACME X1");
    }

    @Test
    void aBlankLabelIsNone() {
        assertThat(card("ACME", "X1", "ready", disc("  ")).title()).isEqualTo("ACME X1");
    }

    @Test
    void whatADriveDoesNotTellLeavesNoGap() {
        assertThat(card("", "X1", "", Optional.empty()).name()).isEqualTo("X1");
        assertThat(card("ACME", "", "", Optional.empty()).name()).isEqualTo("ACME");
        var silent = card("", "", "", Optional.empty());
        assertThat(silent.name()).isEqualTo("/dev/sr0");
        assertThat(silent.title()).isEqualTo("/dev/sr0");
        assertThat(silent.detail()).isEqualTo("/dev/sr0");
        assertThat(silent.state()).isEqualTo("Drive");
    }

    @Test
    void knownStatesAreWordsOfTheUsersLanguageAndTroubleIsTheEnginesSentence() {
        assertThat(card("A", "B", DriveReport.NO_DISC, Optional.empty()).state())
                .isEqualTo("Drive · no disc");
        assertThat(card("A", "B", DriveReport.TRAY_OPEN, Optional.empty()).state())
                .isEqualTo("Drive · no disc, tray open");
        assertThat(card("A", "B", "has not answered yet", Optional.empty()).state())
                .isEqualTo("Drive · has not answered yet");
        Texts.use(Locale.GERMAN);
        try {
            assertThat(card("A", "B", DriveReport.READY, Optional.empty()).state())
                    .isEqualTo("Laufwerk · bereit");
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    @Test
    void aDriveTellsItsModelAndFirmwareOnceEach() {
        var full = new DriveCard(Examples.drive());
        assertThat(full.hardware()).isEqualTo("HL-DT-ST BD-RE BH16NS40 · firmware 1.05 · /dev/sr0");
        assertThat(new DriveCard(Examples.emptyDrive()).hardware()).isEqualTo("firmware 1.52");
        assertThat(card("ACME", "X1", "ready", disc("SONGS")).hardware())
                .isEqualTo("ACME X1 · /dev/sr0");
        assertThat(card("ACME", "X1", "ready", Optional.empty()).hardware()).isEmpty();
        assertThat(new DriveCard(Examples.demo()).hardware()).isEmpty();
    }

    @Test
    void eachSourceHasItsKindAndIcon() {
        assertThat(new DriveCard(Examples.demo()).kind()).isEqualTo(DriveCard.Kind.DEMO);
        assertThat(new DriveCard(Examples.drive()).kind()).isEqualTo(DriveCard.Kind.DRIVE);
        var image = Examples.image("/a/b.iso", Examples.disc("L", 4096));
        assertThat(new DriveCard(image).kind()).isEqualTo(DriveCard.Kind.IMAGE);
        assertThat(new DriveCard(image).name()).isEqualTo("b.iso");
        assertThat(Arrays.stream(DriveCard.Kind.values()).map(DriveCard.Kind::icon))
                .doesNotHaveDuplicates()
                .allMatch(icon -> icon.startsWith("fth-"));
    }
}
