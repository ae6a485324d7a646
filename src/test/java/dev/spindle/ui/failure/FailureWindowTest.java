package dev.spindle.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.ui.FakeDesktop;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.common.Theme;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

/** The window for what nobody expected. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FailureWindowTest {
    private final FakeDesktop desktop = new FakeDesktop();

    @Start
    void start(Stage unused) {
        Theme.use(ColorScheme.LIGHT);
        new FailureWindow(new SameThread(), desktop, "/home/user", List::of).watch();
    }

    @Test
    void opensForWhatNobodyCaught(FxRobot robot) {
        Platform.runLater(() -> {
            throw new IllegalStateException("an odd thing");
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.clearExceptions();
        var details = robot.lookup("#failure-details").queryAs(TextArea.class);
        assertThat(details.getText()).contains("an odd thing", "a system");
        robot.interact(() -> robot.lookup("#failure-copy").queryAs(Button.class).fire());
        robot.interact(() ->
                assertThat(Clipboard.getSystemClipboard().getString()).contains("an odd thing"));
        robot.interact(() -> robot.lookup("#failure-save").queryAs(Button.class).fire());
        assertThat(desktop.saved).containsKey("/home/user/spindle-diagnostics.zip");
        robot.interact(() -> robot.lookup("#failure-close").queryAs(Button.class).fire());
        assertThat(robot.lookup("#failure-details").tryQuery()).isEmpty();
    }
}
