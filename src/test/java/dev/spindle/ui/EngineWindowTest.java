package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.press;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rip.RipEngine;
import dev.spindle.rip.RipServices;
import dev.spindle.rip.TestImage;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.writeback.DeviceBudgets;

import javafx.application.ColorScheme;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
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

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** The window with the engine that ships, on a disk that is slow, or hangs. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class EngineWindowTest {
    private static final String FOLDER = "/home/user/Spindle";
    private static final int MIB = 1 << 20;
    private static final byte[] ONE = TestImage.iso(1, 6 * MIB, "ONE");
    private static final byte[] TWO = TestImage.iso(2, 6 * MIB, "TWO");
    private static final byte[] LONG = TestImage.iso(3, 32 * MIB, "LONG");

    private final RealConcurrency concurrency = new RealConcurrency();
    private final ScriptedStorage storage = new ScriptedStorage(concurrency);

    /** Where the images lie: another disk, on which nothing hangs. */
    private final ScriptedStorage discs = new ScriptedStorage(concurrency);

    private final ImageDrives drives = new ImageDrives(concurrency, discs);

    private final class Opener implements RipServices.DriveOpener {
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
        discs.insight().file("/images/one.iso", ONE);
        discs.insight().file("/images/two.iso", TWO);
        discs.insight().file("/images/long.iso", LONG);
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
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /** What hangs in a call goes on, so that its thread can end. */
    @AfterEach
    void thaw() {
        storage.device().thaw();
    }

    private static void open(FxRobot robot, String path, String title) {
        robot.interact(() -> {
            var field = robot.lookup("#image-path").queryAs(TextField.class);
            field.setText(path);
            field.fireEvent(new ActionEvent());
        });
        until(() -> isShown(robot, "#disc-title") && text(robot, "#disc-title").equals(title));
        until(() -> !robot.lookup("#primary").queryAs(Button.class).isDisabled());
    }

    /** The engine's own limits are long: storage counts as degraded after half a minute. */
    private static void untilTheEngine(Callable<Boolean> condition) {
        until(120, condition);
    }

    @Test
    void aDiskThatFreezesIsExplainedAndLeftAtOnce(FxRobot robot) {
        storage.device().rate(2 * MIB);
        storage.device().queueLimit(MIB / 2);
        open(robot, "/images/long.iso?speed=512K", "LONG");
        press(robot);
        until(() -> text(robot, "#read").startsWith("Read ") && !share(robot).equals("0.0"));
        storage.device().freeze();
        untilTheEngine(() -> text(robot, "#health").equals("DEGRADED"));

        robot.interact(() -> robot.lookup("#health").queryAs(Button.class).fire());
        until(() -> isShown(robot, "#badge-detail"));
        assertThat(text(robot, "#badge-why")).isNotBlank();
        assertThat(robot.lookup("#badge-detail .label").queryAll())
                .extracting("text")
                .contains(
                        Texts.get("health.degraded.meaning"), Texts.get("health.degraded.advice"));
        robot.interact(() -> robot.lookup("#health").queryAs(Button.class).fire());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> isShown(robot, "#jobs"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> isShown(robot, "#rip-page"));

        int reads = reads();
        press(robot);
        // The disk is frozen still: the verdict waits for nothing that it holds.
        until(() -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Stopped");
        assertThat(reads()).as("the drive got nothing more").isLessThanOrEqualTo(reads + 1);
        press(robot);
        until(() -> isShown(robot, "#disc-title"));
    }

    private int reads() {
        return (int)
                discs.trace(CallKind.READ).stream()
                        .filter(entry -> entry.path().equals("/images/long.iso"))
                        .count();
    }

    /** Percent read. */
    private static String share(FxRobot robot) {
        return text(robot, "#read").replaceAll("Read (\\S+) %.*", "$1");
    }

    @Test
    void twoRipsOntoOneDiskEndBothComplete(FxRobot robot) {
        // So slow at first that the first rip is still there when the second begins.
        storage.device().rate(MIB / 16);
        storage.device().queueLimit(MIB / 2);
        open(robot, "/images/one.iso?speed=8M", "ONE");
        press(robot);
        until(() -> isShown(robot, "#rip-page"));
        open(robot, "/images/two.iso?speed=8M", "TWO");
        assertThat(text(robot, "#primary")).isEqualTo("Add to the _queue");
        press(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.clickOn(Texts.get("jobs.begin.label"));
        until(() -> text(robot, "#jobs-count").equals("2 rips are running"));
        storage.device().rate(16 * MIB);
        untilTheEngine(() -> text(robot, "#jobs-count").equals("No rip is running"));

        assertThat(storage.insight().durableContent(FOLDER + "/ONE.iso")).isEqualTo(ONE);
        assertThat(storage.insight().durableContent(FOLDER + "/TWO.iso")).isEqualTo(TWO);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Complete and safely on disk");
    }
}
