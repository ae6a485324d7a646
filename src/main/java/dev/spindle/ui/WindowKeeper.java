package dev.spindle.ui;

import dev.spindle.library.Settings;
import dev.spindle.library.WindowPlace;
import dev.spindle.ui.settings.SettingsViewModel;
import dev.spindle.ui.shell.Navigation;
import dev.spindle.ui.shell.Page;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;

import java.util.List;
import java.util.Optional;

/** Puts the window where it was, onto the page that it showed, and remembers both. */
final class WindowKeeper {
    /** So much of the window's upper edge must be on some screen for it to be dragged. */
    private static final double GRIP = 100;

    private final SettingsViewModel settings;
    private final Navigation navigation;
    private final Stage stage;

    WindowKeeper(SettingsViewModel settings, Navigation navigation, Stage stage) {
        this.settings = settings;
        this.navigation = navigation;
        this.stage = stage;
    }

    /** Puts the window back and keeps its place from now on; gives what ends that. */
    Subscription keep() {
        settings.settingsProperty().get().window().ifPresent(this::restore);
        return Subscription.combine(
                stage.xProperty().subscribe(_ -> remember()),
                stage.yProperty().subscribe(_ -> remember()),
                stage.widthProperty().subscribe(_ -> remember()),
                stage.heightProperty().subscribe(_ -> remember()),
                stage.maximizedProperty().subscribe(_ -> remember()),
                navigation.shownProperty().subscribe(_ -> remember()));
    }

    private void restore(WindowPlace place) {
        stage.setWidth(Math.max(stage.getMinWidth(), place.width()));
        stage.setHeight(Math.max(stage.getMinHeight(), place.height()));
        if (isReachable(place, screens())) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
        navigation.pages().stream()
                .filter(page -> page.label().equals(place.page()))
                .findFirst()
                .ifPresent(navigation::show);
    }

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    /** A screen may have gone since: a window that nobody can reach is worse than a new place. */
    static boolean isReachable(WindowPlace place, List<Rectangle2D> screens) {
        return screens.stream()
                .anyMatch(screen ->
                        place.y() >= screen.getMinY()
                                && place.y() < screen.getMaxY() - GRIP / 2
                                && place.x() + place.width() >= screen.getMinX() + GRIP
                                && place.x() <= screen.getMaxX() - GRIP);
    }

    private void remember() {
        String page = navigation.shownProperty().get().map(Page::label).orElse("");
        Optional<WindowPlace> before = settings.settingsProperty().get().window();
        // While it is maximized, its size is the screen's: the one to come back to is kept.
        if (stage.isMaximized() && before.isPresent()) {
            var old = before.get();
            set(new WindowPlace(old.x(), old.y(), old.width(), old.height(), true, page));
        } else if (stage.getWidth() > 0 && stage.getHeight() > 0 && isPlaced()) {
            set(
                    new WindowPlace(
                            stage.getX(),
                            stage.getY(),
                            stage.getWidth(),
                            stage.getHeight(),
                            stage.isMaximized(),
                            page));
        }
    }

    /** Until it is shown, the desktop has not said where. */
    private boolean isPlaced() {
        return Double.isFinite(stage.getX()) && Double.isFinite(stage.getY());
    }

    private void set(WindowPlace place) {
        settings.change((Settings now) -> now.with(place));
    }
}
