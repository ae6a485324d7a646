package dev.spindle.rip;

import dev.spindle.os.FileFacts;
import dev.spindle.rip.files.RipFiles;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where a job takes the bytes from, and whether they stay where it brings them. */
sealed interface Course {
    /** From a drive to where they stay. */
    record Straight() implements Course {}

    /**
     * From a drive to a local folder, from where they are to be moved on.
     *
     * @param target absolute path of the folder that they are bound for
     * @param seen gets the place of that folder when it is looked at
     * @param before whose calls may hang there
     */
    record ToStaging(String target, AtomicReference<@Nullable FileFacts> seen, Predecessor before)
            implements Course {}

    /**
     * From the local folder to where they stay.
     *
     * @param seen the place of the destination when it was looked at before the rip: another one
     *     there means that it is not mounted any more
     * @param before whose calls may hang there
     */
    record FromStaging(RipFiles staged, Optional<FileFacts> seen, Predecessor before)
            implements Course {}

    /** In whose place this one goes on. */
    default Predecessor predecessor() {
        return switch (this) {
            case Straight _ -> Predecessor.NONE;
            case ToStaging(_, _, var before) -> before;
            case FromStaging(_, _, var before) -> before;
        };
    }

    /** Whether a whole image of the same disc is what was to be made, and not in the way. */
    default boolean takesWhatIsFinished() {
        return !(this instanceof Straight);
    }
}
