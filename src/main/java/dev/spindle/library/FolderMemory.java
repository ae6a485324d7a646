package dev.spindle.library;

import java.util.Optional;

/**
 * What is remembered of a destination folder.
 *
 * @param writing how to write there, where the user has said so
 * @param lastTest the last destination test
 */
public record FolderMemory(Optional<Writing> writing, Optional<TestMemory> lastTest) {
    public static final FolderMemory NONE = new FolderMemory(Optional.empty(), Optional.empty());

    /** "Use these settings for this folder"; empty for those of all folders again. */
    public FolderMemory withWriting(Optional<Writing> next) {
        return new FolderMemory(next, lastTest);
    }

    public FolderMemory with(TestMemory next) {
        return new FolderMemory(writing, Optional.of(next));
    }
}
