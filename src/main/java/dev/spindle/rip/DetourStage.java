package dev.spindle.rip;

import dev.spindle.run.Deadline;

/** How far a rip that can be taken off its destination has come. */
sealed interface DetourStage {
    /**
     * To the destination.
     *
     * @param notice why the folder that was asked for last could not be used
     * @param until so long it is told
     */
    record Straight(String notice, Deadline until) implements DetourStage {
        Straight() {
            this("", Deadline.never());
        }
    }

    /** The folder that was asked for is looked at. */
    record Asked() implements DetourStage {}

    /**
     * The straight rip is stopped for it.
     *
     * @param notice what is waited for
     */
    record Leaving(String notice) implements DetourStage {}

    /**
     * By way of the folder.
     *
     * @param left how the straight rip ended
     */
    record Staged(String folder, Rip rip, RipVerdict left) implements DetourStage {}

    /** Nothing follows any more on the straight rip. */
    record Settled() implements DetourStage {}
}
