package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.pressWhenPossible;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rip.RipEngine;
import dev.spindle.rip.RipServices;
import dev.spindle.rip.TestImage;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.writeback.DeviceBudgets;

import javafx.application.ColorScheme;
import javafx.event.ActionEvent;
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
import java.time.InstantSource;
import java.util.List;

/** A disc that goes to a local folder first, by the window and the engine that ships. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class StagingWindowTest {
    private static final String FOLDER = "/home/user/Spindle";
    private static final String FIRST = "/home/user/first";
    private static final byte[] DISC = TestImage.iso(4, 6 << 20, "HARBOUR");

    private final RealConcurrency concurrency = new RealConcurrency();
    private final ScriptedStorage storage = new ScriptedStorage(concurrency);

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

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        storage.insight().folder(FOLDER);
        storage.insight().folder(FIRST);
        storage.insight().file("/images/disc.iso", DISC);
        var services =
                new RipServices(
                        concurrency,
                        storage,
                        ScriptedFacts.ofOneGiB(),
                        new Opener(),
                        InstantSource.system(),
                        new DeviceBudgets(concurrency),
                        List.of());
        new Screens(
                        new RipEngine(services),
                        new FakeProbes(),
                        concurrency,
                        new ThreadBackground(concurrency),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(stage, List.of());
        stage.setWidth(900);
        stage.setHeight(600);
        stage.show();
    }

    private static ToggleSwitch staging(FxRobot robot) {
        return robot.lookup("#staging").queryAs(ToggleSwitch.class);
    }

    @Test
    void theImageEndsWhereItWasMeantTo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> isShown(robot, "#setting-staging"));
        robot.interact(
                () -> robot.lookup("#setting-staging").queryAs(TextField.class).setText("~/first"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.interact(() -> {
            var field = robot.lookup("#image-path").queryAs(TextField.class);
            field.setText("/images/disc.iso");
            field.fireEvent(new ActionEvent());
        });
        until(() -> isShown(robot, "#staging"));
        assertThat(staging(robot).isSelected()).isFalse();
        assertThat(staging(robot).getText()).contains(FIRST);
        robot.interact(() -> staging(robot).setSelected(true));
        pressWhenPossible(robot);
        until(30, () -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Complete and safely on disk");
        assertThat(storage.insight().durableContent(FOLDER + "/HARBOUR.iso")).isEqualTo(DISC);
        assertThat(storage.insight().paths()).noneMatch(path -> path.startsWith(FIRST + "/"));
    }
}
