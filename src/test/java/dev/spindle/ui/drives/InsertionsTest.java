package dev.spindle.ui.drives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rip.DriveReport;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Which discs have come, and which have been there. */
@Tag("unit")
class InsertionsTest {
    private static final DriveCard FULL = new DriveCard(Examples.drive());
    private static final DriveCard EMPTY = with(DriveReport.NO_DISC, Optional.empty());
    private static final DriveCard OPEN = with(DriveReport.TRAY_OPEN, Optional.empty());
    private static final DriveCard SILENT = with("has not answered yet", Optional.empty());

    private final Insertions insertions = new Insertions();

    private static DriveCard with(String state, Optional<DiscFacts> disc) {
        return new DriveCard(new DriveReport("/dev/sr0", Examples.drive().info(), state, disc));
    }

    private List<DriveCard> list(DriveCard... cards) {
        return insertions.in(List.of(cards));
    }

    @Test
    void whatWasThereAtTheStartWasNotPutIn() {
        assertThat(list(FULL)).isEmpty();
        assertThat(list(FULL)).isEmpty();
    }

    @Test
    void aDiscThatComesIntoAnEmptyDriveWasPutInOnce() {
        assertThat(list(EMPTY)).isEmpty();
        assertThat(list(FULL)).containsExactly(FULL);
        assertThat(list(FULL)).isEmpty();
        assertThat(list(OPEN)).isEmpty();
        assertThat(list(FULL)).as("the same disc, put in again").containsExactly(FULL);
    }

    @Test
    void aDiscThatTookItsTimeWasPutInToo() {
        list(OPEN);
        assertThat(list(SILENT)).isEmpty();
        assertThat(list(FULL)).containsExactly(FULL);
        assertThat(list(SILENT)).isEmpty();
        assertThat(list(FULL)).as("it never left").isEmpty();
    }

    @Test
    void aDriveThatComesWithItsDiscBringsIt() {
        assertThat(list()).isEmpty();
        assertThat(list(FULL)).containsExactly(FULL);
        list();
        assertThat(list(FULL)).containsExactly(FULL);
    }

    @Test
    void anImageIsNeverPutIn() {
        list();
        assertThat(list(new DriveCard(Examples.demo()))).isEmpty();
    }

    @Test
    void whatSomebodyLookedUpIsNoNews() {
        list(SILENT);
        insertions.note(FULL);
        assertThat(list(FULL)).isEmpty();
    }
}
