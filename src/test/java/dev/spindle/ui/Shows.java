package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThatNoException;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** What a user sees of a window. */
final class Shows {
    private Shows() {}

    /** Of the one that is seen: pages that are not looked at have their own, hidden. */
    static String text(FxRobot robot, String id) {
        return onWindowThread(() ->
                robot.lookup(id).queryAllAs(Labeled.class).stream()
                        .filter(Shows::isSeen)
                        .findFirst()
                        .orElseGet(() -> robot.lookup(id).queryAs(Labeled.class))
                        .getText());
    }

    static boolean isShown(FxRobot robot, String id) {
        return onWindowThread(() -> robot.lookup(id).queryAll().stream().anyMatch(Shows::isSeen));
    }

    /** Presses the button at the bottom, once it takes presses again. */
    static void press(FxRobot robot) {
        var primary = robot.lookup("#primary").queryAs(Button.class);
        until(() ->
                !primary.getPseudoClassStates().contains(PseudoClass.getPseudoClass("settling")));
        robot.interact(primary::fire);
    }

    /** The same, once it can be pressed. */
    static void pressWhenPossible(FxRobot robot) {
        until(() -> !robot.lookup("#primary").queryAs(Button.class).isDisabled());
        press(robot);
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static void until(Callable<Boolean> condition) {
        until(5, condition);
    }

    /** Where more than the window is waited for. */
    static void until(int seconds, Callable<Boolean> condition) {
        assertThatNoException()
                .isThrownBy(() ->
                        WaitForAsyncUtils.waitFor(
                                seconds, TimeUnit.SECONDS, () -> onWindowThread(condition)));
    }

    /** A scene that changes can't be walked through from another thread. */
    private static <T> T onWindowThread(Callable<T> question) {
        try {
            if (Platform.isFxApplicationThread()) {
                return question.call();
            }
            var asked = new FutureTask<T>(question);
            Platform.runLater(asked);
            return asked.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
