package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.pressWhenPossible;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.AudioServices;
import dev.spindle.audio.MusicSequel;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.id.MusicBrainzId;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.Drive;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.os.Web;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.RipEngine;
import dev.spindle.rip.RipServices;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.writeback.DeviceBudgets;

import javafx.application.ColorScheme;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An audio CD from its table of contents to files of tracks, by the window and the real engine. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MusicWindowTest {
    private static final String FOLDER = "/home/user/Spindle";
    private static final int RAW = 2352;
    private static final int SECTORS = 300;
    private static final String SHEET =
            """
            PERFORMER "The Band"
            TITLE "Songs"
            FILE "a.bin" BINARY
              TRACK 01 AUDIO
                TITLE "One"
                INDEX 01 00:00:00
              TRACK 02 AUDIO
                INDEX 01 00:02:00
            """;

    private final RealConcurrency concurrency = new RealConcurrency();
    private final ScriptedStorage storage = new ScriptedStorage(concurrency);
    private final byte[] disc = new byte[SECTORS * RAW];

    private final class Opener implements RipServices.DriveOpener {
        private final ImageDrives drives = new ImageDrives(concurrency, storage);

        @Override
        public Drive open(String address) throws IOException {
            return drives.open(address);
        }

        @Override
        public Drive look(String address) throws IOException {
            return drives.open(address);
        }
    }

    private static String releases() {
        var toc =
                new DiscToc(
                        List.of(
                                new Track(1, 1, 0, 150, Track.Mode.AUDIO),
                                new Track(2, 1, 150, 150, Track.Mode.AUDIO)),
                        SECTORS);
        return """
        {"releases":[{"id":"aaaa","title":"From Afar","date":"1997",
         "artist-credit":[{"name":"The Islanders"}],
         "media":[{"position":1,"discs":[{"id":"ID"}],"tracks":[
          {"position":1,"title":"Uno","artist-credit":[{"name":"The Islanders"}]},
          {"position":2,"title":"Due","artist-credit":[{"name":"A Guest"}]}]}]}]}
        """
                .replace("\"ID\"", "\"" + MusicBrainzId.of(new AudioToc(toc)) + "\"");
    }

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        new Random(6).nextBytes(disc);
        storage.insight().folder(FOLDER);
        storage.insight().file("/images/a.bin", disc);
        storage.insight().file("/images/a.cue", SHEET.getBytes(StandardCharsets.UTF_8));
        var opener = new Opener();
        var services =
                new RipServices(
                        concurrency,
                        storage,
                        ScriptedFacts.ofOneGiB(),
                        opener,
                        InstantSource.system(),
                        new DeviceBudgets(concurrency),
                        List.of());
        Web web =
                address ->
                        address.getHost().contains("musicbrainz")
                                ? new Web.Answer(
                                        Web.Answer.OK, releases().getBytes(StandardCharsets.UTF_8))
                                : new Web.Answer(Web.Answer.NOT_FOUND, new byte[0]);
        var audio =
                new AudioServices(
                        concurrency,
                        storage,
                        opener,
                        _ -> {
                            throw new IOException("there are no programs here");
                        },
                        web);
        new Screens(
                        new RipEngine(services, () -> 0, new MusicSequel(audio)),
                        new FakeProbes(),
                        concurrency,
                        new ThreadBackground(concurrency),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(stage, List.of());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    private static void open(FxRobot robot) {
        robot.interact(() -> {
            var field = robot.lookup("#image-path").queryAs(TextField.class);
            field.setText("/images/a.cue");
            field.fireEvent(new ActionEvent());
        });
        until(() -> isShown(robot, "#track-words"));
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Format> format = robot.lookup("#music-format").queryAs(ComboBox.class);
            format.setValue(Format.WAV);
        });
    }

    private byte[] samples(String path) {
        byte[] file = storage.insight().durableContent(path);
        return Arrays.copyOfRange(file, 44, file.length);
    }

    @Test
    void wordsThatWereTypedNameTheFiles(FxRobot robot) {
        open(robot);
        assertThat(isShown(robot, "#music-lookup")).isFalse();
        robot.interact(
                () -> robot.lookup("#album-title").queryAs(TextField.class).setText("Own Songs"));
        pressWhenPossible(robot);
        until(30, () -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#tracks-done")).isEqualTo("2 of 2 done");
        String album = FOLDER + "/The Band - Own Songs/";
        assertThat(samples(album + "01 One.wav")).isEqualTo(Arrays.copyOf(disc, disc.length / 2));
        assertThat(samples(album + "02 Track 02.wav"))
                .isEqualTo(Arrays.copyOfRange(disc, disc.length / 2, disc.length));
        assertThat(storage.insight().paths())
                .noneMatch(path -> path.startsWith(FOLDER + "/The Band - Own Songs.bin"));
    }

    @Test
    void aReleaseThatWasLookedUpNamesTheFilesAndTheyAreReadBack(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> isShown(robot, "#setting-looks-up"));
        robot.interact(() ->
                robot.lookup("#setting-looks-up").queryAs(ToggleSwitch.class).setSelected(true));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        open(robot);
        until(() ->
                robot.lookup("#album-title")
                        .queryAs(TextField.class)
                        .getText()
                        .equals("From Afar"));
        pressWhenPossible(robot);
        until(30, () -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Complete and safely on disk");
        assertThat(storage.insight().paths())
                .contains(FOLDER + "/The Islanders - From Afar/02 Due.wav");
        ListView<?> tracks = robot.lookup("#tracks").queryListView();
        assertThat(tracks.getItems()).hasSize(2);
        until(() -> isShown(robot, "#verify"));
        robot.interact(() -> robot.lookup("#verify").queryAs(Button.class).fire());
        until(30, () -> text(robot, "#aftercare-message").contains("all of its 2 tracks agree"));
    }
}
