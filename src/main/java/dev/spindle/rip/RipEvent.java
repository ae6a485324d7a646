package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.timeline.ChunkWait;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Stall;

import java.util.Optional;

/** Something that happened in a rip, for a log that a machine reads. */
public sealed interface RipEvent {
    /**
     * A sample was taken.
     *
     * @param kind of the destination's file system; empty as long as nobody has looked
     */
    record Sampled(Sample sample, Optional<FileSystemKind.Family> kind) implements RipEvent {}

    /** A chunk reached the device. */
    record ChunkConfirmed(ChunkWait chunk) implements RipEvent {}

    /**
     * A thread stands still, and nobody knows yet for how long.
     *
     * @param startSeconds when it began, since the start of the rip
     * @param seconds how long it has lasted so far
     */
    record StallOpened(String thread, double startSeconds, double seconds) implements RipEvent {}

    /** A stall is over. */
    record StallEnded(Stall stall) implements RipEvent {}

    /**
     * Something changed from one state to another.
     *
     * @param seconds when, since the start of the rip
     * @param what for example {@code health}, {@code phase}
     * @param why in a few words for people; may be empty
     */
    record StateChanged(double seconds, String what, String from, String to, String why)
            implements RipEvent {}

    /**
     * Something that the user should know of this disc, true for the whole rip.
     *
     * @param seconds when, since the start of the rip
     * @param what about: {@code protection}
     * @param text a sentence for people
     */
    record Noticed(double seconds, String what, String text) implements RipEvent {}
}
