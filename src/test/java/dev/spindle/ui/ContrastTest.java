package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

import javafx.application.ColorScheme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;

/** WCAG 2.2, level AA: what is read stands out by 4.5 to 1, lines and marks by 3 to 1. */
@Tag("unit")
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    private static CssColours colours(ColorScheme scheme) throws IOException {
        Theme theme = scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight();
        return new CssColours(theme);
    }

    @ParameterizedTest
    @CsvSource({
        "-color-fg-default, -color-bg-default",
        "-color-fg-default, -color-bg-subtle",
        "-color-fg-default, -color-accent-subtle",
        "-color-fg-default, -color-neutral-muted",
        "-color-fg-default, -color-warning-subtle",
        "-color-fg-muted, -color-bg-default",
        "-color-fg-muted, -color-bg-subtle",
        "-color-fg-muted, -color-accent-subtle",
        "-color-success-fg, -color-bg-default",
        "-color-success-fg, -color-success-subtle",
        "-color-warning-fg, -color-bg-default",
        "-color-warning-fg, -color-warning-subtle",
        "-color-danger-fg, -color-bg-default",
        "-color-danger-fg, -color-bg-subtle",
        "-color-danger-fg, -color-danger-subtle",
        "-color-accent-fg, -color-bg-default",
        "-color-accent-fg, -color-accent-subtle",
        "-color-fg-emphasis, -color-accent-emphasis",
        "-color-light, -spindle-primary"
    })
    void textCanBeRead(String text, String ground) throws IOException {
        for (ColorScheme scheme : ColorScheme.values()) {
            assertThat(colours(scheme).contrast(text, ground))
                    .as("%s on %s, %s", text, ground, scheme)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void linesAndMarksStandOut(ColorScheme scheme) throws IOException {
        var colours = colours(scheme);
        for (String ink :
                new String[] {
                    "read",
                    "written",
                    "confirmed",
                    "chunk",
                    "unconfirmed",
                    "budget",
                    "wait",
                    "p50",
                    "p95",
                    "drive",
                    "storage",
                    "user",
                    "self",
                    "finished",
                    "trimmed",
                    "scraped",
                    "retried",
                    "skipped",
                    "bad",
                    "open",
                    "head",
                    "cursor"
                }) {
            assertThat(colours.contrast("-ink-" + ink))
                    .as("%s, %s", ink, scheme)
                    .isGreaterThanOrEqualTo(MARK);
        }
        assertThat(colours.contrast("-ink-text")).isGreaterThanOrEqualTo(TEXT);
    }

    /** The signs in the cells of the disc map, by which they are told apart without colours. */
    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void signsInTheDiscMapStandOut(ColorScheme scheme) throws IOException {
        var colours = colours(scheme);
        for (String state : new String[] {"trimmed", "scraped", "retried", "skipped", "bad"}) {
            assertThat(colours.contrast("-ink-letter", "-ink-" + state))
                    .as("%s, %s", state, scheme)
                    .isGreaterThanOrEqualTo(MARK);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void lettersOnStallsCanBeRead(ColorScheme scheme) throws IOException {
        var colours = colours(scheme);
        for (String side : new String[] {"drive", "storage", "user", "self"}) {
            assertThat(colours.contrast("-ink-letter", "-ink-" + side))
                    .as("%s, %s", side, scheme)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }
}
