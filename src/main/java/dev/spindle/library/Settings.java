package dev.spindle.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the user has set. The window starts from these; the command line does not, so that a script
 * does the same on every machine.
 *
 * @param appearance how the window looks
 * @param habits where rips go, what they are called, and what happens before and after
 * @param writing how bytes are written back where a folder has no settings of its own
 * @param music what is made of discs with music
 * @param folders what is remembered of destinations, by absolute path
 * @param window where the window was and what it showed
 */
public record Settings(
        Appearance appearance,
        Habits habits,
        Writing writing,
        MusicSettings music,
        Map<String, FolderMemory> folders,
        Optional<WindowPlace> window) {
    /** What holds until something is set. */
    public static final Settings STANDARD =
            new Settings(
                    Appearance.STANDARD,
                    Habits.STANDARD,
                    Writing.STANDARD,
                    MusicSettings.STANDARD,
                    Map.of(),
                    Optional.empty());

    public Settings {
        folders = Map.copyOf(folders);
    }

    /** How to write into a folder: its own settings, else those for all. */
    public Writing writingFor(String folder) {
        return folder(folder).writing().orElse(writing);
    }

    /** What is remembered of a folder; empty memory where it is not known. */
    public FolderMemory folder(String path) {
        return folders.getOrDefault(path, FolderMemory.NONE);
    }

    public Settings with(Appearance next) {
        return new Settings(next, habits, writing, music, folders, window);
    }

    public Settings with(Habits next) {
        return new Settings(appearance, next, writing, music, folders, window);
    }

    public Settings with(Writing next) {
        return new Settings(appearance, habits, next, music, folders, window);
    }

    public Settings with(MusicSettings next) {
        return new Settings(appearance, habits, writing, next, folders, window);
    }

    public Settings with(WindowPlace next) {
        return new Settings(appearance, habits, writing, music, folders, Optional.of(next));
    }

    /** Changes what is remembered of a folder; a memory of nothing is forgotten. */
    public Settings withFolder(String path, UnaryOperator<FolderMemory> change) {
        var next = new HashMap<>(folders);
        var memory = change.apply(folder(path));
        if (memory.equals(FolderMemory.NONE)) {
            next.remove(path);
        } else {
            next.put(path, memory);
        }
        return new Settings(appearance, habits, writing, music, next, window);
    }
}
