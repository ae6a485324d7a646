package dev.spindle.library;

/**
 * What the user wants of every rip.
 *
 * @param folder absolute path for the images; empty for the usual one
 * @param nameTemplate see {@link NameTemplate}; empty to take the name from the disc
 * @param stagingFolder a local folder that can be ripped to first, as it was typed; empty for none
 */
public record Habits(
        String folder,
        String nameTemplate,
        OnInsert onInsert,
        WhenFinished whenFinished,
        String stagingFolder) {
    public static final Habits STANDARD =
            new Habits("", "", OnInsert.SHOW, WhenFinished.NOTIFY, "");

    /** What happens when a disc is put into a drive. */
    public enum OnInsert {
        NOTHING,
        /** Its page is shown. */
        SHOW,
        /** It is ripped with the settings as they are. */
        RIP
    }

    /** What happens when a rip has ended well. */
    public enum WhenFinished {
        NOTHING,
        EJECT,
        NOTIFY
    }

    public Habits withFolder(String next) {
        return new Habits(next, nameTemplate, onInsert, whenFinished, stagingFolder);
    }

    public Habits withNameTemplate(String next) {
        return new Habits(folder, next, onInsert, whenFinished, stagingFolder);
    }

    public Habits with(OnInsert next) {
        return new Habits(folder, nameTemplate, next, whenFinished, stagingFolder);
    }

    public Habits with(WhenFinished next) {
        return new Habits(folder, nameTemplate, onInsert, next, stagingFolder);
    }

    public Habits withStagingFolder(String next) {
        return new Habits(folder, nameTemplate, onInsert, whenFinished, next);
    }
}
