package dev.spindle.ui.drives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.DriveReport;
import dev.spindle.rip.TrayMove;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Discs that are ejected from their cards, and trays that are closed. */
@Tag("unit")
class TraysTest {
    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel model = new DrivesViewModel(service, background);

    private DriveCard card(String address) {
        return model.cards().stream()
                .filter(card -> card.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Progress progress() {
        return model.trays().progressProperty().get();
    }

    @Test
    void aDiscIsEjectedAndItsCardTellsSo() {
        model.refresh();
        model.moveTray(card("/dev/sr0"));
        assertThat(service.trayMoves).containsExactly("OPEN /dev/sr0");
        assertThat(card("/dev/sr0").state()).isEqualTo("Drive · no disc, tray open");
        assertThat(Trays.next(card("/dev/sr0"))).isEqualTo(TrayMove.CLOSE);
        model.moveTray(card("/dev/sr0"));
        assertThat(service.trayMoves).containsExactly("OPEN /dev/sr0", "CLOSE /dev/sr0");
        assertThat(card("/dev/sr0").report().state()).isEqualTo(DriveReport.NO_DISC);
    }

    @Test
    void aTrayMovesOnceAtATime() {
        model.refresh();
        background.hold();
        model.moveTray(card("/dev/sr0"));
        model.moveTray(card("/dev/sr0"));
        assertThat(background.heldCount()).isEqualTo(1);
        assertThat(progress().isRunning("/dev/sr0")).isTrue();
        assertThat(progress().isRunning("/dev/sr1")).isFalse();
        background.releaseOne();
        assertThat(progress().isRunning("/dev/sr0")).isFalse();
    }

    @Test
    void whyATrayStaysIsToldUntilTheDrivesAreListedAgain() {
        model.refresh();
        service.trayProblem = "the disc stays in /dev/sr0: another program has locked its door";
        model.moveTray(card("/dev/sr0"));
        assertThat(progress().problem("/dev/sr0")).isEqualTo(service.trayProblem);
        assertThat(progress().isRunning("/dev/sr0")).isFalse();
        model.refresh();
        assertThat(progress().problem("/dev/sr0")).isEmpty();
    }

    @Test
    void neitherAnImageNorADriveThatIsRippedIsMoved() {
        model.refresh();
        model.onBusy("/dev/sr0"::equals);
        model.moveTray(card("/dev/sr0"));
        model.moveTray(card("demo:"));
        assertThat(service.trayMoves).isEmpty();
        assertThat(model.canMoveTray(card("/dev/sr1"))).isTrue();
        assertThat(model.canMoveTray(card("demo:"))).isFalse();
    }

    @Test
    void whatHasChangedIsListedWithoutAClick() {
        model.refresh();
        model.choose("/dev/sr0");
        model.follow();
        background.hold();
        model.follow();
        assertThat(background.heldCount()).as("nothing has changed").isZero();
        var other =
                new DriveReport(
                        "/dev/sr0",
                        Examples.drive().info(),
                        DriveReport.READY,
                        Optional.of(Examples.disc("ANOTHER", 700_000_000)));
        service.becomes(other);
        model.follow();
        model.follow();
        assertThat(background.heldCount()).isEqualTo(1);
        service.becomes(Examples.drive());
        background.releaseOne();
        assertThat(model.selectedProperty().get().orElseThrow().title()).isEqualTo("HOLIDAY_2019");
        model.follow();
        assertThat(background.heldCount()).as("a change while it was listed").isEqualTo(1);
    }
}
