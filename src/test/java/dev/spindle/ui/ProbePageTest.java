package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.probe.Probe;
import dev.spindle.probe.ProbeServices;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.writeback.DeviceBudgets;

import javafx.application.ColorScheme;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;

/** The destination test in the window, by the engine that ships, on storage that can hang. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ProbePageTest {
    private static final String FOLDER = "/home/user/Spindle";

    private final RealConcurrency concurrency = new RealConcurrency();
    private final ScriptedStorage storage = new ScriptedStorage(concurrency);
    private final Memory memory = Memories.none("/home/user");

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        storage.insight().folder(FOLDER);
        var services =
                new ProbeServices(
                        concurrency,
                        storage,
                        ScriptedFacts.ofOneGiB(),
                        new DeviceBudgets(concurrency));
        new Screens(
                        FakeRipService.usual(),
                        request -> Probe.start(services, request),
                        concurrency,
                        new ThreadBackground(concurrency),
                        new FakeChooser(),
                        new FakeDesktop(),
                        memory)
                .fill(stage, List.of());
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void thaw() {
        storage.device().thaw();
    }

    private static void typeFolder(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> isShown(robot, "#probe-start"));
        robot.interact(() -> {
            var field = robot.lookup("#probe-folder").queryAs(TextField.class);
            field.setText(FOLDER);
            field.requestFocus();
        });
    }

    @Test
    void aFrozenFolderIsToldOfAndLeftAtOnceByTheEscapeKey(FxRobot robot) {
        storage.device().rate(20 << 20);
        storage.device().queueLimit(1 << 20);
        typeFolder(robot);
        robot.push(KeyCode.ENTER);
        until(() -> text(robot, "#probe-status").contains("are written"));
        storage.device().freeze();
        until(() -> text(robot, "#probe-status").contains("has taken nothing for"));
        assertThat(isShown(robot, "#probe-stop")).isTrue();
        // The page answers meanwhile.
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> isShown(robot, "#setting-theme"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> isShown(robot, "#probe-stop"));

        long pressed = System.nanoTime();
        robot.push(KeyCode.ESCAPE);
        until(() -> text(robot, "#probe-verdict").startsWith("The test was stopped."));
        assertThat((System.nanoTime() - pressed) / 1e9).isLessThan(2);
        assertThat(isShown(robot, "#probe-start")).isTrue();
        assertThat(isShown(robot, "#probe-use")).isFalse();
    }

    @Test
    void aFolderThatIsNotThereIsToldOf(FxRobot robot) {
        typeFolder(robot);
        robot.interact(
                () -> robot.lookup("#probe-folder").queryAs(TextField.class).setText("/mnt/gone"));
        robot.clickOn("#probe-start");
        until(() -> text(robot, "#probe-verdict").contains("parent folder does not exist"));
    }
}
