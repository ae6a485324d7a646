package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.press;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;

import javafx.application.ColorScheme;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What was closed is forgotten: nothing that lives longer keeps pages or windows. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ClosedWindowTest {
    private final FakeRipService service = FakeRipService.usual();
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        Theme.use(ColorScheme.LIGHT);
        fill();
        given.show();
    }

    private void fill() {
        new Screens(
                        service,
                        new FakeProbes(),
                        new RealConcurrency(),
                        new SameThread(),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(stage, List.of());
    }

    private static void rip(FxRobot robot) {
        robot.interact(() -> {
            ListView<?> cards = robot.lookup("#cards").queryListView();
            cards.getSelectionModel().select(1);
        });
        press(robot);
        until(() -> isShown(robot, "#rip-page"));
    }

    private static void openBadge(FxRobot robot) {
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> robot.lookup("#health").queryAs(Button.class).fire());
        }
    }

    private void assertCollected(WeakReference<?> gone) throws TimeoutException {
        // The tests' own toolkit keeps every event of a stage, and with it the nodes it went to.
        var _ = FxToolkit.registerStage(() -> stage);
        until(() -> {
            System.gc();
            return gone.get() == null;
        });
    }

    @Test
    void aPageOfARipThatWasPutAwayIsCollected(FxRobot robot) throws TimeoutException {
        rip(robot);
        service.rip.become(Examples.degraded());
        until(() -> text(robot, "#health").equals("DEGRADED"));
        openBadge(robot);
        var page = new WeakReference<Node>(robot.lookup("#rip-page").query());
        service.rip.become(Examples.ended(RipOutcome.COMPLETE));
        until(() -> isShown(robot, "#verdict-title"));
        press(robot);
        until(() -> isShown(robot, "#disc-title"));
        service.rip = new FakeRip(Examples.preparing());
        assertCollected(page);
    }

    @Test
    void aWindowThatWasClosedIsCollected(FxRobot robot) throws TimeoutException {
        rip(robot);
        openBadge(robot);
        for (KeyCode page :
                List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5)) {
            robot.push(KeyCode.CONTROL, page);
        }
        until(() -> isShown(robot, "#setting-theme"));
        var scene = new WeakReference<>(stage.getScene());
        robot.interact(() -> {
            // A rip that goes on for ever must not keep it.
            stage.hide();
            stage.setScene(new Scene(new Group()));
        });
        assertCollected(scene);
    }

    @Test
    void aWindowThatWasClosedLeavesItsStageToTheNext(FxRobot robot) {
        robot.interact(() -> {
            stage.hide();
            fill();
            stage.show();
        });
        rip(robot);
        service.rip.become(Examples.healthy(0.5));
        until(() -> text(robot, "#read").startsWith("Read 50.0 %"));
        assertThat(robot.lookup("#folder").queryAs(TextField.class).getText())
                .isEqualTo("/home/user/Spindle");
    }
}
