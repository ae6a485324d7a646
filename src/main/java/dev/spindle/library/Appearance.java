package dev.spindle.library;

/** How the window looks. */
public record Appearance(Theme theme, Language language) {
    /** As the desktop has it. */
    public static final Appearance STANDARD = new Appearance(Theme.SYSTEM, Language.SYSTEM);

    /** Light or dark. */
    public enum Theme {
        /** As the desktop has it, also when that changes. */
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The languages that the window's texts are there in. */
    public enum Language {
        /** The desktop's, where its texts are there, else English. */
        SYSTEM,
        ENGLISH,
        GERMAN,
        SPANISH
    }

    public Appearance with(Theme next) {
        return new Appearance(next, language);
    }

    public Appearance with(Language next) {
        return new Appearance(theme, next);
    }
}
