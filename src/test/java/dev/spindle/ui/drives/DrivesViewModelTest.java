package dev.spindle.ui.drives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.DriveReport;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Optional;

@Tag("unit")
class DrivesViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel model = new DrivesViewModel(service, background);

    @Test
    void listsDrivesAsCards() {
        model.refresh();
        assertThat(model.cards())
                .extracting(DriveCard::title)
                .containsExactly("SPINDLE_DEMO", "HOLIDAY_2019", "PIONEER BD-RW BDR-209M");
        assertThat(model.cards())
                .extracting(DriveCard::state)
                .containsExactly("Demo disc · ready", "Drive · ready", "Drive · no disc");
        assertThat(model.cards().get(1).detail()).isEqualTo("4.38 GB · ISO 9660 and UDF");
        assertThat(model.cards().get(2).detail()).isEqualTo("/dev/sr1");
    }

    @Test
    void doesNotListTwiceAtOnce() {
        background.hold();
        model.refresh();
        model.refresh();
        assertThat(background.heldCount()).isEqualTo(1);
        assertThat(model.listingProperty().get()).isTrue();
        background.releaseOne();
        assertThat(model.listingProperty().get()).isFalse();
    }

    @Test
    void keepsChoiceAndOpenedImagesOverAListing() {
        var image = Examples.image("/a.iso", Examples.disc("A", 4096));
        service.discs.put("/a.iso", image);
        model.refresh();
        model.open(" /a.iso ");
        model.refresh();
        assertThat(model.cards()).extracting(DriveCard::address).endsWith("/a.iso").hasSize(4);
        assertThat(model.selectedProperty().get()).contains(new DriveCard(image));
    }

    @Test
    void forgetsAChoiceThatIsGone() {
        model.refresh();
        model.selectedProperty().set(Optional.of(model.cards().get(1)));
        service.drives.remove(1);
        model.refresh();
        assertThat(model.selectedProperty().get()).isEmpty();
    }

    @Test
    void opensAnImageOnceAndClearsTheField() {
        service.discs.put("/a.iso", Examples.image("/a.iso", Examples.disc("A", 4096)));
        model.typedPathProperty().set("/a.iso");
        model.open("/a.iso");
        model.open("/a.iso");
        assertThat(model.cards()).hasSize(1);
        assertThat(model.typedPathProperty().get()).isEmpty();
        assertThat(model.openingProperty().get()).isFalse();
    }

    @Test
    void saysWhyAnImageDoesNotOpenAndKeepsThePath() {
        model.typedPathProperty().set("/none.iso");
        model.open("/none.iso");
        assertThat(model.openProblemProperty().get()).isEqualTo("/none.iso: no such file (open)");
        assertThat(model.typedPathProperty().get()).isEqualTo("/none.iso");
        assertThat(model.cards()).isEmpty();
        model.open("  ");
        assertThat(service.inspected).containsExactly("/none.iso");
    }

    @Test
    void looksOnceIntoTheDiscOfAChosenDriveThatToldNothing() {
        service.discs.put("/dev/sr1", Examples.drive());
        model.refresh();
        var silent = model.cards().get(2);
        background.hold();
        model.selectedProperty().set(Optional.of(silent));
        assertThat(model.look().progressProperty().get().isRunning("/dev/sr1")).isTrue();
        model.selectedProperty().set(Optional.of(model.cards().get(0)));
        model.selectedProperty().set(Optional.of(silent));
        assertThat(background.heldCount()).isEqualTo(1);
        background.releaseOne();
        assertThat(model.look().progressProperty().get().isRunning("/dev/sr1")).isFalse();
        assertThat(service.inspected).containsExactly("/dev/sr1");
    }

    @Test
    void saysWhyADiscCouldNotBeLookedAt() {
        service.discs.clear();
        model.refresh();
        model.selectedProperty().set(Optional.of(model.cards().get(2)));
        assertThat(model.look().progressProperty().get().problem("/dev/sr1"))
                .isEqualTo("/dev/sr1: no such file (open)");
        model.refresh();
        assertThat(model.look().progressProperty().get().problem("/dev/sr1")).isEmpty();
    }

    @Test
    void leavesACardAloneWhileItIsRipped() {
        model.refresh();
        var ripped = model.cards().get(1);
        model.onBusy("/dev/sr0"::equals);
        service.drives.remove(1);
        model.refresh();
        assertThat(model.cards()).contains(ripped);
        service.drives.add(
                new DriveReport("/dev/sr0", ripped.report().info(), "", Optional.empty()));
        model.refresh();
        assertThat(model.cards()).contains(ripped).hasSize(3);
        model.choose("/dev/sr0");
        assertThat(service.inspected).doesNotContain("/dev/sr0");
    }

    @Test
    void tellsWhenAnImageWasOpened() {
        var opened = new ArrayList<String>();
        model.onOpened(() -> opened.add(model.selectedProperty().get().orElseThrow().address()));
        service.discs.put("/a.iso", Examples.image("/a.iso", Examples.disc("A", 4096)));
        model.open("/none.iso");
        model.open("/a.iso");
        assertThat(opened).containsExactly("/a.iso");
        model.choose("/none.iso");
        assertThat(model.selectedProperty().get().orElseThrow().address()).isEqualTo("/a.iso");
    }
}
