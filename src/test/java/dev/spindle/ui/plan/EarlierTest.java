package dev.spindle.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.record.RipState;
import dev.spindle.ui.LibraryRecords;
import dev.spindle.ui.library.LibraryRow;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;

/** Which rips of the library say something about the next one. */
@Tag("unit")
class EarlierTest {
    private static final String DRIVE = "ASUS BW-16D1HT";
    private static final String FOLDER = "/home/user/Spindle";
    private static final long BYTES = 4_380_123_136L;

    private static LibraryRow row(RipState state, RipOutcome outcome) {
        var record = LibraryRecords.ended("HOLIDAY", state, outcome, "2026-11-02");
        return LibraryRow.of(
                LibraryRecords.entry("Holiday", record), (_, _) -> true, ZoneOffset.UTC);
    }

    private static final List<LibraryRow> WHOLE =
            List.of(row(RipState.COMPLETE, RipOutcome.COMPLETE));

    @Test
    void theLastWholeRipOfALikeDiscTellsItsRate() {
        assertThat(Earlier.rate(WHOLE, DRIVE, FOLDER, BYTES).orElseThrow())
                .isBetween(18.9e6, 19.0e6);
        assertThat(Earlier.rate(WHOLE, DRIVE, FOLDER, 2 * BYTES)).isPresent();
    }

    @Test
    void anotherDriveFolderOrSizeTellsNothing() {
        assertThat(Earlier.rate(WHOLE, "OTHER", FOLDER, BYTES)).isEmpty();
        assertThat(Earlier.rate(WHOLE, DRIVE, "/mnt/nas", BYTES)).isEmpty();
        assertThat(Earlier.rate(WHOLE, DRIVE, FOLDER, 700_000_000)).isEmpty();
        assertThat(Earlier.rate(WHOLE, DRIVE, FOLDER, 25_000_000_000L)).isEmpty();
    }

    @Test
    void aRipThatWasStoppedOrHadHolesTellsNothing() {
        var others =
                List.of(
                        row(RipState.STOPPED, RipOutcome.STOPPED),
                        row(RipState.FINISHED_WITH_HOLES, RipOutcome.FINISHED_WITH_HOLES));
        assertThat(Earlier.rate(others, DRIVE, FOLDER, BYTES)).isEmpty();
    }
}
