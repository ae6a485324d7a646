package dev.spindle.ui;

import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.SystemChooser;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.ui.failure.FailureWindow;
import dev.spindle.ui.probe.Prober;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The program's window. */
public final class SpindleWindow extends Application {
    /** JavaFX makes the application object by itself: what it needs has to wait here. */
    private static volatile Optional<Opening> opening = Optional.empty();

    private record Opening(
            RipService service,
            Prober prober,
            Concurrency concurrency,
            Memory memory,
            Desktop desktop,
            Consumer<Consumer<List<String>>> others,
            List<String> files,
            Optional<Runnable> onFirstFrame) {}

    /**
     * Opens the window and returns when it is closed; works once in a process.
     *
     * @param prober tests destinations
     * @param memory of earlier starts
     * @param others is told who takes the files that other instances hand over
     * @param files images to open as cards
     * @param onFirstFrame runs when the first frame was painted; then the window is closed. Empty
     *     for a window that stays
     * @return the exit code
     * @throws RuntimeException where no window can be opened
     */
    public static int open(
            RipService service,
            Prober prober,
            Concurrency concurrency,
            Memory memory,
            Desktop desktop,
            Consumer<Consumer<List<String>>> others,
            List<String> files,
            Optional<Runnable> onFirstFrame) {
        opening =
                Optional.of(
                        new Opening(
                                service,
                                prober,
                                concurrency,
                                memory,
                                desktop,
                                others,
                                List.copyOf(files),
                                onFirstFrame));
        launch(SpindleWindow.class);
        return 0;
    }

    @Override
    public void start(Stage stage) {
        var given = opening.orElseThrow();
        var look = given.memory().settings().current().appearance();
        Theme.follow(look.theme());
        Texts.use(Texts.locale(look.language(), Locale.getDefault()));
        var background = new ThreadBackground(given.concurrency());
        var screens =
                new Screens(
                        given.service(),
                        given.prober(),
                        given.concurrency(),
                        background,
                        new SystemChooser(() -> stage),
                        given.desktop(),
                        given.memory());
        new FailureWindow(
                        background, given.desktop(), given.memory().homeFolder(), screens::serials)
                .watch();
        screens.fill(stage, given.files());
        given.others()
                .accept(handedOver -> Platform.runLater(() -> screens.takeOver(stage, handedOver)));
        given.onFirstFrame().ifPresent(told -> closeAfterFirstFrame(stage.getScene(), told));
        stage.show();
    }

    /** A second pulse begins only when what the first one laid out was painted. */
    private static void closeAfterFirstFrame(Scene scene, Runnable told) {
        var pulses = new AtomicInteger();
        scene.addPostLayoutPulseListener(() -> {
            switch (pulses.incrementAndGet()) {
                case 1 -> Platform.requestNextPulse();
                case 2 -> {
                    told.run();
                    Platform.exit();
                }
                default -> {
                    // It is told already, and the toolkit about to end.
                }
            }
        });
    }
}
