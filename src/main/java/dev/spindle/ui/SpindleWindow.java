package dev.spindle.ui;

import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.common.SystemChooser;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import java.util.List;
import java.util.Optional;

/** The program's window. */
public final class SpindleWindow extends Application {
    /** JavaFX makes the application object by itself: what it needs has to wait here. */
    private static volatile Optional<Opening> opening = Optional.empty();

    private record Opening(
            RipService service,
            Concurrency concurrency,
            List<String> files,
            boolean closeAtFirstPulse) {}

    /**
     * Opens the window and returns when it is closed; works once in a process.
     *
     * @param files images to open as cards
     * @param closeAtFirstPulse whether to close it as soon as it was laid out once
     * @return the exit code
     * @throws RuntimeException where no window can be opened
     */
    public static int open(
            RipService service,
            Concurrency concurrency,
            List<String> files,
            boolean closeAtFirstPulse) {
        opening =
                Optional.of(
                        new Opening(service, concurrency, List.copyOf(files), closeAtFirstPulse));
        launch(SpindleWindow.class);
        return 0;
    }

    @Override
    public void start(Stage stage) {
        var given = opening.orElseThrow();
        Theme.followDesktop();
        var screens =
                new Screens(
                        given.service(),
                        given.concurrency(),
                        new ThreadBackground(given.concurrency()),
                        new SystemChooser(() -> stage),
                        System.getProperty("user.home", ""));
        screens.fill(stage, given.files());
        if (given.closeAtFirstPulse()) {
            stage.getScene().addPostLayoutPulseListener(Platform::exit);
        }
        stage.show();
    }
}
