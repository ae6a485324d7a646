package dev.spindle.rip;

import dev.spindle.drive.ReadOutcome;

/** How the reading and writing ended. */
sealed interface TransferEnd {
    /** The plan is done and everything that was read is durable. */
    record AllDurable() implements TransferEnd {}

    /** The user stopped it; {@code saved} where everything that was read is durable. */
    record Stopped(boolean saved) implements TransferEnd {}

    /** The drive can't go on. */
    record DriveFailed(ReadOutcome outcome) implements TransferEnd {}

    /**
     * The destination does not take or keep the bytes.
     *
     * @param displaced whether what was written has no name any more
     */
    record StorageFailed(String why, boolean displaced) implements TransferEnd {}

    /** Everything is read, but nothing confirms it. */
    record NotConfirmed() implements TransferEnd {}
}
