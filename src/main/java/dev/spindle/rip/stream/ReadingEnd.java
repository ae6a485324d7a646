package dev.spindle.rip.stream;

import dev.spindle.drive.ReadOutcome;

/** Why the reader stopped reading. */
public sealed interface ReadingEnd {
    /** The plan has nothing left to do. */
    record PlanDone() implements ReadingEnd {}

    /** It was told to. */
    record Stopped() implements ReadingEnd {}

    /** The drive can't go on. */
    record DriveFailed(long lba, ReadOutcome outcome) implements ReadingEnd {}
}
