package dev.spindle.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.spindle.library.Appearance;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;

import java.util.Objects;

/** Light and dark, as the desktop wants it. */
public final class Theme {
    /** Ends following the desktop. For the interface thread alone. */
    private static Subscription desktop = Subscription.EMPTY;

    private Theme() {}

    /** Takes what the user wishes; the desktop's colour scheme also whenever it changes. */
    public static void follow(Appearance.Theme wish) {
        desktop.unsubscribe();
        desktop = Subscription.EMPTY;
        switch (wish) {
            case SYSTEM ->
                    desktop = Platform.getPreferences().colorSchemeProperty().subscribe(Theme::use);
            case LIGHT -> use(ColorScheme.LIGHT);
            case DARK -> use(ColorScheme.DARK);
        }
    }

    public static void use(ColorScheme scheme) {
        var theme = scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    /** Gives a scene our style sheets; windows that it opens inherit them. */
    public static void dress(Scene scene) {
        scene.getStylesheets().addAll(sheet("controlsfx-bridge.css"), sheet("spindle.css"));
    }

    /** For a part that ControlsFX gave a sheet of its own, which wins over the scene's. */
    public static void dress(Parent part) {
        part.getStylesheets().add(sheet("controlsfx-bridge.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/spindle/ui/" + name), name)
                .toExternalForm();
    }
}
