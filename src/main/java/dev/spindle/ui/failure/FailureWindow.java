package dev.spindle.ui.failure;

import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.Views;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Supplier;

/** Shows faults of our own, one window for the first of them; all go to the log. */
public final class FailureWindow {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.ui");
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;

    private final Background background;
    private final Desktop desktop;
    private final String home;
    private final Supplier<List<String>> serials;
    private final Stage stage = new Stage();

    /**
     * A window that is not yet shown. For the interface thread.
     *
     * @param home the folder where bundles are saved
     * @param serials of the drives that are known
     */
    public FailureWindow(
            Background background, Desktop desktop, String home, Supplier<List<String>> serials) {
        this.background = background;
        this.desktop = desktop;
        this.home = home;
        this.serials = serials;
    }

    /** Shows what nobody caught on the interface thread. */
    public void watch() {
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> caught(fault));
    }

    private void caught(Throwable fault) {
        LOG.error("a fault on the interface thread", fault);
        // Not within the pulse that it broke.
        Platform.runLater(() -> show(FailureReport.of(fault, desktop.systemFacts())));
    }

    /** Shows a fault; while one is shown, the next is only logged: often it follows from it. */
    void show(FailureReport report) {
        if (stage.isShowing()) {
            return;
        }
        var model = new FailureViewModel(report, background, desktop, home, serials.get());
        var views = new Views().with(FailureController.class, () -> new FailureController(model));
        var scene = new Scene(views.load(FailureController.class), WIDTH, HEIGHT);
        Theme.dress(scene);
        stage.setTitle(Texts.get("failure.window.title"));
        stage.setScene(scene);
        stage.show();
    }
}
