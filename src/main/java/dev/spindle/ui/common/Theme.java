package dev.spindle.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

import java.util.Objects;

/** Light and dark, as the desktop wants it. */
public final class Theme {
    private Theme() {}

    /** Takes the desktop's colour scheme, now and whenever it changes. */
    public static void followDesktop() {
        var scheme = Platform.getPreferences().colorSchemeProperty();
        scheme.subscribe(Theme::use);
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
