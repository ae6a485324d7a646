package dev.spindle.ui.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Settings;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.Release;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.ui.ExampleMusic;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.music.LookupViewModel.Stage;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

@Tag("unit")
class LookupViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel drives = new DrivesViewModel(service, background);
    private final SimpleObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.STANDARD);
    private final MusicViewModel music =
            new MusicViewModel(
                    drives, settings, change -> settings.set(change.apply(settings.get())));
    private final LookupViewModel model = new LookupViewModel(service, background, music, settings);

    @BeforeEach
    void list() {
        service.drives.set(1, ExampleMusic.withoutText());
        drives.refresh();
    }

    private static Release release(String title) {
        return new Release(
                new AlbumWords(
                        title,
                        "The Islanders",
                        "1997",
                        "id of " + title,
                        Map.of(2, new AlbumWords.TrackWords("The Keeper", ""))),
                "GB",
                "");
    }

    private void turnOn() {
        settings.set(settings.get().with(settings.get().music().with(true)));
    }

    private Stage stage() {
        return model.answerProperty().get().stage();
    }

    @Test
    void asksNobodyUnlessTheUserWantsThat() {
        drives.choose("/dev/sr0");
        model.ask();
        assertThat(service.releasesAsked).isEmpty();
        assertThat(stage()).isEqualTo(Stage.OFF);
        assertThat(music.wishesProperty().get().servers()).isEmpty();
        turnOn();
        assertThat(service.releasesAsked).hasSize(1);
        assertThat(music.wishesProperty().get().servers()).contains(MusicServers.USUAL);
        music.formatProperty().set(Format.IMAGE);
        assertThat(music.wishesProperty().get().servers()).as("an image has no tracks").isEmpty();
    }

    @Test
    void takesTheOnlyOneUnlessSomethingWasTyped() {
        turnOn();
        service.releases.add(release("Songs"));
        drives.choose("/dev/sr0");
        assertThat(stage()).isEqualTo(Stage.FOUND);
        assertThat(music.titleProperty().get()).isEqualTo("Songs");
        assertThat(music.wishesProperty().get().words().orElseThrow().release())
                .isEqualTo("id of Songs");
        music.titleProperty().set("Mine");
        model.ask();
        assertThat(music.titleProperty().get()).isEqualTo("Mine");
    }

    @Test
    void ofSeveralTheUserChooses() {
        turnOn();
        service.releases.add(release("Songs"));
        service.releases.add(release("Songs, again"));
        drives.choose("/dev/sr0");
        assertThat(model.answerProperty().get().text()).contains("2 releases");
        assertThat(music.titleProperty().get()).isEmpty();
        model.choose(service.releases.get(1));
        assertThat(music.titleProperty().get()).isEqualTo("Songs, again");
        assertThat(music.linesProperty().get().get(1).titleProperty().get())
                .isEqualTo("The Keeper");
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        turnOn();
        drives.choose("/dev/sr0");
        assertThat(model.answerProperty().get().text()).contains("does not know this disc");
        service.releasesProblem = "musicbrainz.org can't be reached";
        model.ask();
        assertThat(stage()).isEqualTo(Stage.NOTHING);
        assertThat(model.answerProperty().get().tone()).isEqualTo(Tone.WARNING);
        assertThat(model.answerProperty().get().text()).contains("can't be reached");
    }

    @Test
    void anAnswerForTheDiscBeforeComesTooLate() {
        turnOn();
        service.releases.add(release("Songs"));
        background.hold();
        drives.choose("/dev/sr0");
        assertThat(stage()).isEqualTo(Stage.ASKING);
        drives.choose("demo:");
        while (background.heldCount() > 0) {
            background.releaseOne();
        }
        assertThat(stage()).isEqualTo(Stage.OFF);
        assertThat(music.titleProperty().get()).isEmpty();
    }

    @Test
    void tellsAReleaseInOneLine() {
        assertThat(LookupViewModel.told(release("Songs")))
                .isEqualTo("The Islanders  ·  Songs  ·  1997  ·  GB");
    }
}
