package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipOutcome;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.badge.BadgeSummary;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.destination.DestinationSummary;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.progress.ProgressSummary;
import dev.spindle.ui.settings.SizeSetting;
import dev.spindle.ui.stalls.StallRow;
import dev.spindle.ui.verdict.VerdictSummary;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

/** Where the window shows what the engine says, it says it in the window's language. */
@Tag("unit")
class EngineInGermanTest {
    @BeforeEach
    void speakGerman() {
        Texts.use(Locale.GERMAN);
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void noticesOfARip() {
        assertThat(ProgressSummary.of(Examples.saving()).notice())
                .isEqualTo("Die letzten 41 MiB werden gesichert");
    }

    @Test
    void stalls() {
        var stall = new Stall("writer", 1, 2, Side.STORAGE, "the write call was held up");
        assertThat(StallRow.of(stall).cause())
                .isEqualTo("Ziel · Schreiben: der Schreibaufruf hing fest");
        var gap = new Stall("all", 1, 2, Side.SELF, "the program was not running");
        assertThat(StallRow.of(gap).cause()).isEqualTo("Programm · alles: das Programm lief nicht");
    }

    @Test
    void theVerdictAndHowItWasWritten() {
        var stopped = Examples.ended(RipOutcome.DESTINATION_FAILED).verdict().orElseThrow();
        var verdict = VerdictSummary.of(stopped);
        assertThat(verdict.sentence()).startsWith("Das Ziel hat versagt: ");
        assertThat(verdict.how()).isEqualTo("Klassisch, Bereichsweise");
    }

    @Test
    void theBadge() {
        var writeback = BadgeSummary.of(Examples.healthy(0.5)).writeback().orElseThrow();
        assertThat(writeback.how()).isEqualTo("Stetig, Mechanismus Direkt");
        assertThat(writeback.reason())
                .isEqualTo("ext4 bietet O_DIRECT für diese Datei in Schritten von 512 Bytes");
    }

    @Test
    void drives() {
        var silent = state("has not answered yet");
        assertThat(silent.state()).isEqualTo("Laufwerk · hat noch nicht geantwortet");
        assertThat(state("there is no disc in /dev/sr1; insert one.").state())
                .endsWith("in /dev/sr1 ist keine Disc; legen Sie eine ein.");
    }

    private static DriveCard state(String state) {
        var drive = Examples.emptyDrive();
        return new DriveCard(
                new DriveReport(drive.address(), drive.info(), state, Optional.empty()));
    }

    @Test
    void destinations() {
        var folder = Examples.folder("/mnt", 0x1234, 1 << 20, true);
        assertThat(DestinationSummary.of(folder, 0).fileSystem()).isEqualTo("unbekannt (0x1234)");
    }

    @Test
    void problems() {
        assertThat(Problems.sentence(new OsException(Errno.ENOSPC, "open", "/a")))
                .isEqualTo("/a: kein Platz mehr auf dem Gerät (open)");
        assertThat(SizeSetting.parse("1x", "Das Budget", 1).problem())
                .isEqualTo(
                        "Das Budget geht so nicht: „1x“ ist keine Größe; schreiben Sie zum Beispiel"
                                + " 64M, 8MB oder 4096.");
    }
}
