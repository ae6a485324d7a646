package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.press;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.TrackProgress.Stage;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;

import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The window with an audio CD: what is typed is asked for, and each track tells where it is. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MusicPicturesTest {
    private final FakeRipService service = FakeRipService.usual();
    private javafx.stage.Stage stage;

    @Start
    void start(javafx.stage.Stage given) {
        stage = given;
        Theme.use(ColorScheme.LIGHT);
        service.drives.set(1, ExampleMusic.drive());
        new Screens(
                        service,
                        new FakeProbes(),
                        new RealConcurrency(),
                        new SameThread(),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(given, List.of());
        given.show();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600", "DARK,900,600"})
    void drawsEachPlace(ColorScheme scheme, int width, int height, FxRobot robot)
            throws IOException {
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height;
        robot.interact(() -> {
            Theme.use(scheme);
            stage.setWidth(width);
            stage.setHeight(height);
            robot.lookup("#cards").queryListView().getSelectionModel().select(1);
        });
        take(robot, "music-" + look);
        robot.interact(() -> scroll(robot, "#setup", 0.4));
        take(robot, "music-below-" + look);
        robot.interact(() -> scroll(robot, "#setup", 0));
        press(robot);
        service.rip.become(
                ExampleMusic.at(Phase.SWEEPING, 0.34),
                ExampleMusic.tracks(
                        Stage.READ, Stage.DAMAGED, Stage.READ, Stage.READING, Stage.WAITING));
        until(() -> isShown(robot, "#tracks"));
        robot.sleep(300, TimeUnit.MILLISECONDS);
        take(robot, "music-reading-" + look);
        service.rip.become(
                ExampleMusic.at(Phase.MAKING_TRACKS, 0.6),
                ExampleMusic.tracks(Stage.DONE, Stage.DOUBTFUL, Stage.WRITING, Stage.CONFIRMED));
        robot.sleep(300, TimeUnit.MILLISECONDS);
        take(robot, "music-making-" + look);
        service.rip.become(
                ExampleMusic.ended(),
                ExampleMusic.tracks(Stage.DONE, Stage.INCOMPLETE, Stage.DONE));
        robot.sleep(300, TimeUnit.MILLISECONDS);
        take(robot, "music-verdict-" + look);
    }

    @Test
    void asksForWhatWasTypedAndShowsEachTrack(FxRobot robot) {
        robot.interact(() -> robot.lookup("#cards").queryListView().getSelectionModel().select(1));
        until(() -> isShown(robot, "#track-words"));
        robot.interact(() -> {
            robot.lookup("#album-artist").queryAs(TextField.class).setText("Somebody");
            robot.lookup("#read-offset").queryAs(TextField.class).setText("far");
        });
        assertThat(text(robot, "#hint")).contains("“far” can’t be used");
        assertThat(robot.lookup("#primary").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> {
            robot.lookup("#read-offset").queryAs(TextField.class).setText("+6");
            @SuppressWarnings("unchecked")
            ComboBox<Format> format = robot.lookup("#music-format").queryAs(ComboBox.class);
            format.setValue(Format.WAV);
        });
        press(robot);
        var asked = service.requests.getFirst().music();
        assertThat(asked.format()).contains(Format.WAV);
        assertThat(asked.offsetSamples()).isEqualTo(6);
        assertThat(asked.words().orElseThrow().performer()).isEqualTo("Somebody");
        assertThat(asked.words().orElseThrow().track(1).title()).isEqualTo("Harbour at Dawn");

        service.rip.become(
                ExampleMusic.at(Phase.MAKING_TRACKS, 0.6),
                ExampleMusic.tracks(Stage.DONE, Stage.WRITING, Stage.CONFIRMED));
        until(() -> text(robot, "#tracks-done").equals("1 of 10 done"));
        assertThat(isShown(robot, "#disc-map-plot")).isFalse();
        robot.interact(() -> robot.lookup("#show-map").queryAs(ToggleButton.class).fire());
        assertThat(isShown(robot, "#disc-map-plot")).isTrue();
        assertThat(isShown(robot, "#tracks")).isFalse();
        robot.interact(() -> robot.lookup("#show-map").queryAs(ToggleButton.class).fire());
        assertThat(isShown(robot, "#disc-map-plot")).as("one is always chosen").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,900,600"})
    void asksADatabaseOnceThatIsTurnedOn(ColorScheme scheme, int width, int height, FxRobot robot)
            throws IOException {
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height;
        service.releases.addAll(ExampleMusic.releases());
        robot.interact(() -> {
            Theme.use(scheme);
            stage.setWidth(width);
            stage.setHeight(height);
            robot.lookup("#cards").queryListView().getSelectionModel().select(1);
        });
        until(() -> isShown(robot, "#track-words"));
        assertThat(service.releasesAsked).isEmpty();
        assertThat(isShown(robot, "#music-lookup")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> isShown(robot, "#setting-looks-up"));
        robot.interact(() -> {
            robot.lookup("#setting-looks-up").queryAs(ToggleSwitch.class).setSelected(true);
            robot.lookup("#setting-server-ctdb").queryAs(TextField.class).setText("somewhere");
        });
        robot.interact(() -> scroll(robot, "#settings", 1));
        take(robot, "settings-music-" + look);
        assertThat(text(robot, "#setting-server-problem")).contains("“somewhere”");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> isShown(robot, "#music-lookup"));
        assertThat(service.releasesAsked).hasSize(1);
        robot.interact(() ->
                robot.lookup("#releases").queryAs(ComboBox.class).getSelectionModel().select(1));
        assertThat(robot.lookup("#album-date").queryAs(TextField.class).getText())
                .isEqualTo("2011-05-02");
        take(robot, "music-lookup-" + look);
        robot.interact(() -> scroll(robot, "#setup", 0.3));
        take(robot, "music-lookup-below-" + look);
    }

    @Test
    void aDiscWithoutMusicHasNoTracks(FxRobot robot) {
        robot.interact(() -> robot.lookup("#cards").queryListView().getSelectionModel().select(0));
        until(() -> isShown(robot, "#disc-title"));
        assertThat(isShown(robot, "#track-words")).isFalse();
        press(robot);
        service.rip.become(Examples.healthy(0.5));
        until(() -> isShown(robot, "#disc-map-plot"));
        assertThat(isShown(robot, "#side-switch")).isFalse();
        assertThat(robot.lookup("#tracks").queryListView().getItems()).isEmpty();
    }

    private static void scroll(FxRobot robot, String id, double to) {
        var page = robot.lookup(id).queryAs(ScrollPane.class);
        page.applyCss();
        page.layout();
        page.setVvalue(to);
    }

    private void take(FxRobot robot, String name) throws IOException {
        var picture = new WritableImage[1];
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            picture[0] = stage.getScene().snapshot(null);
        });
        Picture.keep(picture[0], name);
        assertThat(picture[0].getPixelReader().getColor(5, 5).getBrightness() < 0.5)
                .as(name + " is dark")
                .isEqualTo(name.contains("-dark-"));
    }
}
