package dev.spindle.ui.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.disc.FilesViewModel.Stage;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** When files are asked for, and which answers count. */
@Tag("unit")
class FilesViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel drives = new DrivesViewModel(service, background);
    private final FilesViewModel model = new FilesViewModel(service, background, drives);

    private void choose(DriveCard card) {
        drives.selectedProperty().set(Optional.of(card));
    }

    private Stage stage() {
        return model.filesProperty().get().stage();
    }

    @Test
    void filesAreListedOnceTheyAreToBeSeen() {
        assertThat(stage()).isEqualTo(Stage.NOTHING);
        choose(new DriveCard(Examples.drive()));
        assertThat(stage()).isEqualTo(Stage.NOT_ASKED);
        model.wantedProperty().set(true);
        assertThat(stage()).isEqualTo(Stage.LISTED);
        assertThat(model.filesProperty().get().summary())
                .isEqualTo("Files: 42, folders: 1, together 4.39 GB");
    }

    @Test
    void aDiscWithoutAFileSystemHasNone() {
        model.wantedProperty().set(true);
        choose(new DriveCard(Examples.emptyDrive()));
        assertThat(stage()).isEqualTo(Stage.NOTHING);
    }

    @Test
    void refusedFilesSayWhy() {
        model.wantedProperty().set(true);
        choose(new DriveCard(Examples.demo()));
        assertThat(stage()).isEqualTo(Stage.REFUSED);
        assertThat(model.filesProperty().get().problem()).contains("demo:");
    }

    @Test
    void theAnswerForAnotherDiscDoesNotCount() {
        model.wantedProperty().set(true);
        background.hold();
        choose(new DriveCard(Examples.drive()));
        assertThat(stage()).isEqualTo(Stage.LISTING);
        assertThat(model.filesProperty().get().summary()).isEqualTo("Listing…");
        choose(new DriveCard(Examples.demo()));
        background.releaseOne();
        assertThat(stage()).isEqualTo(Stage.LISTING);
        background.releaseOne();
        assertThat(stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void foldersAreFilledWhenTheyAreOpened() {
        var root = new EntryItem(Examples.files().root());
        assertThat(root.getChildren()).hasSize(4);
        var photos = root.getChildren().getFirst();
        assertThat(photos.getValue()).isInstanceOf(DiscFolder.class);
        assertThat(photos.isLeaf()).isFalse();
        assertThat(photos.getChildren()).hasSize(40).allMatch(item -> item.isLeaf());
    }

    @Test
    void namesStayOnTheirLine() {
        var link = new DiscLink("a\nb\u202Ec", Optional.empty(), "x");
        assertThat(EntryWords.of(link)).isEqualTo("a?b?c → x");
    }

    @Test
    void theSameDiscIsNotListedTwice() {
        model.wantedProperty().set(true);
        choose(new DriveCard(Examples.drive()));
        var listed = model.filesProperty().get();
        choose(new DriveCard(Examples.drive()));
        assertThat(model.filesProperty().get()).isSameAs(listed);
        model.wantedProperty().set(false);
        model.wantedProperty().set(true);
        assertThat(model.filesProperty().get()).isSameAs(listed);
    }

    @Test
    void withoutAChoiceThereIsNothing() {
        model.wantedProperty().set(true);
        choose(new DriveCard(Examples.drive()));
        drives.selectedProperty().set(Optional.empty());
        assertThat(stage()).isEqualTo(Stage.NOTHING);
        assertThat(model.filesProperty().get().tree()).isEmpty();
        assertThat(model.filesProperty().get().summary()).isEmpty();
    }

    @Test
    void aDiscThatNobodyWantsToSeeIsNotRead() {
        background.hold();
        choose(new DriveCard(Examples.drive()));
        assertThat(background.heldCount()).isZero();
        model.wantedProperty().set(true);
        model.wantedProperty().set(false);
        model.wantedProperty().set(true);
        assertThat(background.heldCount()).as("asked once").isEqualTo(1);
    }

    @Test
    void aRefusalIsWordedForPeople() {
        model.wantedProperty().set(true);
        choose(new DriveCard(Examples.demo()));
        assertThat(model.filesProperty().get().problem())
                .isEqualTo("the files of demo: can't be listed: no file system");
        assertThat(model.filesProperty().get().summary()).isEqualTo("Can’t be listed");
        choose(new DriveCard(Examples.drive()));
        assertThat(model.filesProperty().get().problem()).isEmpty();
    }
}
