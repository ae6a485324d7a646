package dev.spindle.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** All texts of the window, by key {@code area.element.role}. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.spindle.ui.texts");

    private Texts() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    /** Arguments come as finished text, so that numbers look the same everywhere. */
    public static String format(String key, String... arguments) {
        return new MessageFormat(get(key), Locale.ROOT).format(arguments);
    }

    /** The text for a constant: {@code health.slow.advice}. */
    public static String of(String area, Enum<?> constant, String role) {
        String element = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return get(area + "." + element + "." + role);
    }
}
