package dev.spindle.ui.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.MusicSettings;
import dev.spindle.library.Settings;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.ui.ExampleMusic;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.drives.DrivesViewModel;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;

@Tag("unit")
class MusicViewModelTest {
    private static final String DRIVE = "HL-DT-ST BD-RE BH16NS40";

    private final FakeRipService service = FakeRipService.usual();
    private final DrivesViewModel drives = new DrivesViewModel(service, new SameThread());
    private final SimpleObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.STANDARD);
    private final MusicViewModel model =
            new MusicViewModel(
                    drives, settings, change -> settings.set(change.apply(settings.get())));

    @BeforeEach
    void list() {
        service.drives.set(1, ExampleMusic.drive());
        drives.refresh();
    }

    private MusicWishes wishes() {
        return model.wishesProperty().get();
    }

    @Test
    void aDiscWithoutMusicAsksForNothing() {
        drives.choose("demo:");
        assertThat(model.linesProperty().get()).isEmpty();
        assertThat(wishes()).isEqualTo(MusicWishes.STANDARD);
    }

    @Test
    void showsWhatTheDiscSaysAndAsksForNoOtherWords() {
        drives.choose("/dev/sr0");
        assertThat(model.titleProperty().get()).isEqualTo("Songs from the Breakwater");
        assertThat(model.linesProperty().get()).hasSize(10);
        assertThat(model.linesProperty().get().get(5).performerProperty().get())
                .isEqualTo("The Islanders & Choir");
        assertThat(wishes().format()).contains(Format.FLAC);
        assertThat(wishes().words()).isEmpty();
    }

    @Test
    void asksForAllWordsOnceOneWasTyped() {
        drives.choose("/dev/sr0");
        model.linesProperty().get().get(2).titleProperty().set(" Sugar ");
        var words = wishes().words().orElseThrow();
        assertThat(words.track(3).title()).isEqualTo("Sugar");
        assertThat(words.track(1).title()).isEqualTo("Harbour at Dawn");
        model.linesProperty().get().get(2).titleProperty().set("Salt");
        assertThat(wishes().words()).as("as the disc has it").isEmpty();
        model.titleProperty().set("");
        assertThat(wishes().words().orElseThrow().title()).as("erased").isEmpty();
    }

    @Test
    void whatWasTypedStaysWhileTheDiscDoesAndGoesWithIt() {
        drives.choose("/dev/sr0");
        model.performerProperty().set("Somebody");
        drives.refresh();
        assertThat(model.performerProperty().get()).isEqualTo("Somebody");
        drives.choose("demo:");
        drives.choose("/dev/sr0");
        assertThat(model.performerProperty().get()).isEqualTo("The Islanders");
    }

    @Test
    void rememberADrivesOffsetAndTheFormat() {
        drives.choose("/dev/sr0");
        model.offsetProperty().set("+667");
        model.formatProperty().set(Format.WAV);
        assertThat(wishes().offsetSamples()).isEqualTo(667);
        assertThat(settings.get().music())
                .isEqualTo(new MusicSettings(Format.WAV, Map.of(DRIVE, 667), false, Map.of()));
        drives.choose("demo:");
        assertThat(settings.get().music().offsets()).as("of the drive").containsKey(DRIVE);
        drives.choose("/dev/sr0");
        assertThat(model.offsetProperty().get()).isEqualTo("667");
        assertThat(wishes().format()).contains(Format.WAV);
        model.offsetProperty().set("");
        assertThat(settings.get().music().offsets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"far", "2941", "-9999", "6.5", "--6"})
    void refusesAnOffsetThatNoDriveHas(String typed) {
        drives.choose("/dev/sr0");
        model.offsetProperty().set(typed);
        assertThat(model.problemProperty().get()).contains("“" + typed + "”");
        assertThat(wishes().offsetSamples()).isZero();
        assertThat(settings.get().music().offsets()).isEmpty();
        model.offsetProperty().set("-12");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(wishes().offsetSamples()).isEqualTo(-12);
    }

    /** Who puts in a game with music behind it wants the game. */
    @Test
    void aDiscThatBeginsWithDataBecomesAnImage() {
        service.drives.set(1, ExampleMusic.mixed());
        drives.refresh();
        drives.choose("/dev/sr0");
        assertThat(model.linesProperty().get()).hasSize(9);
        assertThat(wishes().format()).contains(Format.IMAGE);
        assertThat(settings.get().music().format()).isEqualTo(Format.FLAC);
        model.formatProperty().set(Format.FLAC);
        assertThat(wishes().format()).contains(Format.FLAC);
    }

    @Test
    void anImageHasNeitherWordsNorOffset() {
        drives.choose("/dev/sr0");
        model.titleProperty().set("Mine");
        model.offsetProperty().set("6");
        model.formatProperty().set(Format.IMAGE);
        assertThat(wishes())
                .isEqualTo(
                        new MusicWishes(
                                Optional.of(Format.IMAGE),
                                0,
                                MusicWishes.TRACK_NAME,
                                Optional.empty()));
        assertThat(settings.get().music().format()).as("for this disc only").isEqualTo(Format.FLAC);
    }

    @Test
    void takesWordsFromElsewhere() {
        service.drives.set(1, ExampleMusic.withoutText());
        drives.refresh();
        drives.choose("/dev/sr0");
        var words =
                new AlbumWords(
                        "An Album",
                        "A Band",
                        "1997",
                        "b1a9c0e9-d987-4042-ae91-78d6a3267d69",
                        Map.of(1, new AlbumWords.TrackWords("First", "")));
        model.take(words);
        assertThat(model.dateProperty().get()).isEqualTo("1997");
        assertThat(wishes().words().orElseThrow().release()).isEqualTo(words.release());
        assertThat(wishes().words().orElseThrow().track(1).title()).isEqualTo("First");
    }
}
