package dev.spindle.ui.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DestinationViewModelTest {
    private static final String FOLDER = "/home/user/Spindle";

    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DestinationViewModel model =
            new DestinationViewModel(service, background, "/home/user");

    @Test
    void tellsTheFactsOfAFolder() {
        look("~/Spindle");
        var summary = model.summaryProperty().get().orElseThrow();
        assertThat(summary)
                .isEqualTo(
                        new DestinationSummary(
                                "ext4",
                                "LOCAL",
                                "182 GB",
                                "No limit that matters",
                                Tone.NEUTRAL,
                                ""));
        assertThat(model.usableFolder()).contains(FOLDER);
    }

    @Test
    void saysWhyAFolderIsRefused() {
        look("/gone/rips");
        assertThat(model.problemProperty().get())
                .isEqualTo("/gone/rips: its parent folder does not exist");
        assertThat(model.usableFolder()).isEmpty();
        assertThat(model.lookingProperty().get()).isFalse();
    }

    @Test
    void refusesWhatCanNotHoldTheImage() {
        service.folders.put("/stick", Examples.folder("/stick", 0x4D44, 31_000_000_000L, true));
        look("/stick");
        assertThat(model.usableFolder()).isPresent();
        model.neededBytesProperty().set(Examples.DISC_BYTES);
        assertThat(model.summaryProperty().get().orElseThrow().notice())
                .isEqualTo("FAT holds files up to 4.29 GB, but the image has 4.38 GB.");
        assertThat(model.usableFolder()).isEmpty();
    }

    @Test
    void refusesAReadOnlyFileSystem() {
        service.folders.put("/ro", Examples.folder("/ro", 0xEF53, 1, false));
        look("/ro");
        assertThat(model.summaryProperty().get().orElseThrow().tone()).isEqualTo(Tone.DANGER);
    }

    @Test
    void onlyWarnsOfLittleRoomBecauseAPartMayBeThereAlready() {
        service.folders.put("/small", Examples.folder("/small", 0xEF53, 1_000_000, true));
        model.neededBytesProperty().set(2_000_000);
        look("/small");
        assertThat(model.summaryProperty().get().orElseThrow().tone()).isEqualTo(Tone.WARNING);
        assertThat(model.usableFolder()).isPresent();
    }

    @Test
    void forgetsTheFactsAsSoonAsTheFolderChanges() {
        look(FOLDER);
        model.folderProperty().set(FOLDER + "2");
        assertThat(model.usableFolder()).isEmpty();
        assertThat(model.lookingProperty().get()).isTrue();
        model.folderProperty().set("");
        assertThat(model.lookingProperty().get()).isFalse();
    }

    @Test
    void dropsAnAnswerThatComesTooLate() {
        background.hold();
        look(FOLDER);
        look("/gone/rips");
        background.releaseOne();
        assertThat(model.usableFolder()).isEmpty();
        assertThat(model.lookingProperty().get()).isTrue();
        background.releaseOne();
        assertThat(model.problemProperty().get()).startsWith("/gone/rips");
    }

    @Test
    void startsNoThreadsWithoutEndOnAHungShare() {
        background.hold();
        for (int i = 0; i < 10; i++) {
            look("/hung" + i);
        }
        look(FOLDER);
        assertThat(background.heldCount()).isEqualTo(3);
        for (int i = 0; i < 4; i++) {
            background.releaseOne();
        }
        assertThat(background.heldCount()).isZero();
        assertThat(model.usableFolder()).contains(FOLDER);
    }

    private void look(String folder) {
        model.folderProperty().set(folder);
        model.look();
    }

    @Test
    void theUsualFolderIsFollowedUntilTheUserChoosesAnother() {
        var fresh = new DestinationViewModel(service, background, "/home/user");
        fresh.usually("/home/user/Spindle");
        assertThat(fresh.folderProperty().get()).isEqualTo("/home/user/Spindle");
        fresh.usually("/mnt/discs");
        assertThat(fresh.folderProperty().get()).isEqualTo("/mnt/discs");
        fresh.folderProperty().set("/mnt/other");
        fresh.usually("/home/user/Spindle");
        assertThat(fresh.folderProperty().get()).isEqualTo("/mnt/other");
    }
}
