package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Appearance;
import dev.spindle.library.TestMemory;
import dev.spindle.library.Writing;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipState;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Texts;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pictures of the library, the settings and About, below {@code target/pictures}. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class RememberedPicturesTest {
    private static final String TESTED = "/home/user/Spindle";

    private final Memory memory = Memories.scripted("/home/user");
    private Stage stage;

    @Start
    void start(Stage given) throws IOException {
        stage = given;
        put("Holiday 2019", RipState.COMPLETE, RipOutcome.COMPLETE, "2026-11-02");
        put(
                "Backup March",
                RipState.FINISHED_WITH_HOLES,
                RipOutcome.FINISHED_WITH_HOLES,
                "2026-10-17");
        put("Wedding", RipState.STOPPED, RipOutcome.STOPPED, "2026-09-30");
        put("Old archive", LibraryRecords.killed("OLD", "2026-09-12"));
        put("Lectures", RipState.FAILED, RipOutcome.DESTINATION_FAILED, "2026-08-01");
        put("Concert", LibraryRecords.moved("CONCERT", "2026-07-15"));
        remember("/home/user/Spindle");
        memory.settings()
                .update(s ->
                        s.withFolder(
                                "/mnt/nas/discs",
                                m ->
                                        m.withWriting(
                                                        Optional.of(
                                                                Writing.STANDARD.with(
                                                                        Policy.STEADY)))
                                                .with(
                                                        new TestMemory(
                                                                Instant.EPOCH,
                                                                54_000_000,
                                                                11.5e6,
                                                                0.25,
                                                                9.75))));
        given.show();
    }

    /** A test of a folder that is slower than the drive of the pictures. */
    private void remember(String folder) {
        var test =
                new TestMemory(
                        Instant.parse("2026-11-20T12:00:00Z"), 54_000_000, 11.5e6, 0.25, 9.75);
        memory.settings().update(s -> s.withFolder(folder, m -> m.with(test)));
    }

    private void put(String name, RipState state, RipOutcome outcome, String day)
            throws IOException {
        put(name, LibraryRecords.ended(name.toUpperCase(Locale.ROOT), state, outcome, day));
    }

    private void put(String name, RipRecord record) throws IOException {
        memory.catalogue().put(LibraryRecords.entry(name, record), Optional.of(record));
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,1280,800,en",
        "DARK,1280,800,en",
        "LIGHT,900,600,en",
        "DARK,900,600,de",
        "LIGHT,1280,800,de",
        "LIGHT,900,600,es"
    })
    void drawsEachPage(ColorScheme scheme, int width, int height, String language, FxRobot robot) {
        String look =
                String.join(
                        "-",
                        scheme.name().toLowerCase(Locale.ROOT),
                        width + "x" + height,
                        language);
        robot.interact(() -> {
            Texts.use(Locale.of(language));
            // The window follows the setting, whatever was in use before.
            memory.settings().update(s -> s.with(s.appearance().with(wish(scheme))));
            var service = FakeRipService.usual();
            service.drives.set(1, Examples.driveOf(27_000_000));
            new Screens(
                            service,
                            slowShare(),
                            new RealConcurrency(),
                            new SameThread(),
                            new FakeChooser(),
                            new FakeDesktop(),
                            memory)
                    .fill(stage, List.of());
            stage.setWidth(width);
            stage.setHeight(height);
        });
        robot.interact(() -> robot.lookup("#cards").queryListView().getSelectionModel().select(1));
        take(robot, "plan-" + look, width, height);
        robot.interact(() -> robot.lookup("#options").queryAs(TitledPane.class).setExpanded(true));
        scrollDown(robot);
        take(robot, "plan-options-" + look, width, height);
        assertThat(robot.lookup("#forecast").queryLabeled().getText())
                .contains(language.equals("en") ? "11.5 MB/s" : "11,5 MB/s");
        show(robot, "shell.library.label");
        robot.interact(() -> {
            ListView<?> list = robot.lookup("#library-list").queryListView();
            list.getSelectionModel().select(0);
            list.requestFocus();
        });
        assertThat(robot.lookup("#library-list").queryListView().getItems()).hasSize(6);
        take(robot, "library-" + look, width, height);
        robot.interact(() -> robot.lookup("#library-open").queryAs(Button.class).fire());
        take(robot, "library-opened-" + look, width, height);
        robot.interact(() -> {
            robot.lookup("#library-back").queryAs(Button.class).fire();
            robot.lookup("#library-list").queryListView().getSelectionModel().select(5);
            robot.lookup("#library-open").queryAs(Button.class).fire();
        });
        assertThat(robot.lookup("#library-opened .heading").queryLabeled().getText())
                .isEqualTo("Concert");
        take(robot, "library-moved-" + look, width, height);
        show(robot, "shell.probe.label");
        take(robot, "probe-" + look, width, height);
        robot.interact(() -> {
            robot.lookup("#probe-folder").queryAs(TextField.class).setText(TESTED);
            robot.lookup("#probe-start").queryAs(Button.class).fire();
        });
        take(robot, "probe-ended-" + look, width, height);
        show(robot, "shell.settings.label");
        take(robot, "settings-" + look, width, height);
        show(robot, "shell.about.label");
        take(robot, "about-" + look, width, height);
    }

    private static Appearance.Theme wish(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Appearance.Theme.DARK : Appearance.Theme.LIGHT;
    }

    private static void scrollDown(FxRobot robot) {
        robot.interact(() -> {
            var page = robot.lookup("#setup").queryAs(ScrollPane.class);
            page.applyCss();
            page.layout();
            page.setVvalue(1);
        });
    }

    private static FakeProbes slowShare() {
        var probes = new FakeProbes();
        probes.curves = List.of(FakeProbes.slowPipeline(), FakeProbes.slowPlain());
        probes.end(FakeProbes.slowShare(TESTED));
        return probes;
    }

    /** Presses the entry with this text. */
    private static void show(FxRobot robot, String key) {
        String text = Texts.get(key);
        robot.interact(() ->
                robot.lookup(".entry").queryAll().stream()
                        .map(ToggleButton.class::cast)
                        .filter(entry -> entry.getText().equals(text))
                        .forEach(ToggleButton::fire));
    }

    private void take(FxRobot robot, String name, int width, int height) {
        robot.interact(() -> {
            Scene scene = stage.getScene();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            try {
                WritableImage picture = new WritableImage(width, height);
                Picture.keep(scene.snapshot(picture), name);
                assertThat(picture.getPixelReader().getColor(5, 5).getBrightness() < 0.5)
                        .as(name + " is dark")
                        .isEqualTo(name.contains("-dark-"));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
    }
}
