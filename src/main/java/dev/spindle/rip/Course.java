package dev.spindle.rip;

import dev.spindle.rip.files.RipFiles;

/** Where a job takes the bytes from, and whether they stay where it brings them. */
sealed interface Course {
    /** From a drive to where they stay. */
    record Straight() implements Course {}

    /**
     * From a drive to a local folder, from where they are to be moved on.
     *
     * @param target absolute path of the folder that they are bound for
     */
    record ToStaging(String target) implements Course {}

    /** From the local folder to where they stay. */
    record FromStaging(RipFiles staged) implements Course {}

    /** Whether a whole image of the same disc is what was to be made, and not in the way. */
    default boolean takesWhatIsFinished() {
        return !(this instanceof Straight);
    }
}
