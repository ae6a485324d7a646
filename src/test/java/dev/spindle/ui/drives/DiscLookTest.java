package dev.spindle.ui.drives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Looks into discs: when they are made, and what becomes of their answers. */
@Tag("unit")
class DiscLookTest {
    private static final DriveCard SILENT = new DriveCard(Examples.emptyDrive());
    private static final String ADDRESS = SILENT.address();

    private final FakeRipService service = new FakeRipService();
    private final SameThread background = new SameThread();
    private final List<DriveCard> found = new ArrayList<>();
    private final DiscLook look = new DiscLook(service, background, found::add);

    private Progress progress() {
        return look.progressProperty().get();
    }

    @Test
    void aDiscThatIsKnownIsNotLookedAt() {
        look.at(new DriveCard(Examples.drive()));
        assertThat(service.inspected).isEmpty();
    }

    @Test
    void whatWasFoundIsGivenOn() {
        service.discs.put(ADDRESS, Examples.drive());
        look.at(SILENT);
        assertThat(found).containsExactly(new DriveCard(Examples.drive()));
        assertThat(progress().isRunning(ADDRESS)).isFalse();
        assertThat(progress().problem(ADDRESS)).isEmpty();
    }

    @Test
    void aLookThatFailedIsNotRepeatedBeforeANewListing() {
        look.at(SILENT);
        look.at(SILENT);
        assertThat(service.inspected).hasSize(1);
        assertThat(progress().problem(ADDRESS)).contains("no such file");
        look.forget();
        assertThat(progress().problem(ADDRESS)).isEmpty();
        look.at(SILENT);
        assertThat(service.inspected).hasSize(2);
    }

    @Test
    void aNewListingDoesNotDoubleALookThatStillRuns() {
        background.hold();
        look.at(SILENT);
        look.forget();
        assertThat(progress().isRunning(ADDRESS)).isTrue();
        look.at(SILENT);
        assertThat(background.heldCount()).isEqualTo(1);
    }

    @Test
    void nothingIsKnownOfOtherDrives() {
        look.at(SILENT);
        assertThat(progress().isRunning("/dev/sr9")).isFalse();
        assertThat(progress().problem("/dev/sr9")).isEmpty();
    }
}
