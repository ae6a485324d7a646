package dev.spindle.drive;

/**
 * What came of a read. {@link MediumError} and {@link ShortTransfer} are facts about the disc; all
 * others but {@link Good} are about the drive and pause or end the job.
 */
public sealed interface ReadOutcome {
    /** All that was asked for is in the buffer: {@code bytes} of it. */
    record Good(int bytes) implements ReadOutcome {}

    /** The disc could not be read there; nothing in the buffer counts. */
    record MediumError(Sense sense) implements ReadOutcome {}

    /** Good status but too few bytes: a failed read. */
    record ShortTransfer(int bytes) implements ReadOutcome {}

    /** The drive can't read now: spinning up, no disc, tray open. */
    record NotReady(Sense sense) implements ReadOutcome {}

    /** The disc may be another one. */
    record Changed(Sense sense) implements ReadOutcome {}

    /** The drive refuses because of copy protection. */
    record Protected(Sense sense) implements ReadOutcome {}

    /** The drive is not there any more, or its image can't be read. */
    record Gone(String why) implements ReadOutcome {}

    /** The drive or the way to it failed: hardware, transport, aborted command. */
    record Fault(Sense sense, String why) implements ReadOutcome {}
}
