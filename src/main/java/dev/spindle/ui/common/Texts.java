package dev.spindle.ui.common;

import dev.spindle.library.Appearance;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** All texts of the window, by key {@code area.element.role}. */
public final class Texts {
    private static final String NAME = "dev.spindle.ui.texts";

    /** Never the desktop's language unasked: a bundle that is not there is English. */
    static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static volatile ResourceBundle bundle = load(Locale.ENGLISH);

    private Texts() {}

    /** Takes another language from now on; texts that are shown already stay as they are. */
    public static void use(Locale locale) {
        bundle = load(locale);
    }

    /** The language that the user wishes, where its texts are there. */
    public static Locale locale(Appearance.Language wish, Locale desktop) {
        return switch (wish) {
            case SYSTEM -> desktop;
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
            case SPANISH -> Locale.of("es");
        };
    }

    private static ResourceBundle load(Locale locale) {
        return ResourceBundle.getBundle(NAME, locale, NO_FALLBACK);
    }

    /** The language of the texts, for dates. */
    public static Locale locale() {
        Locale locale = bundle.getLocale();
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }

    public static ResourceBundle bundle() {
        return bundle;
    }

    public static String get(String key) {
        return bundle.getString(key);
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
