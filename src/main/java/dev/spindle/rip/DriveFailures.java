package dev.spindle.rip;

import dev.spindle.drive.ReadOutcome;

import java.util.Optional;

/** What a drive that can't go on means for the rip. Pure. */
public final class DriveFailures {
    private DriveFailures() {}

    /** Ends a rip that has not begun, where there was one. */
    static void check(Optional<ReadOutcome> failure) throws RipEndedException {
        if (failure.isPresent()) {
            throw new RipEndedException(outcome(failure.get()), sentence(failure.get()));
        }
    }

    static RipOutcome outcome(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Protected
                ? RipOutcome.PROTECTED_DISC
                : RipOutcome.DRIVE_FAILED;
    }

    /** One sentence for the user. */
    public static String sentence(ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Protected(var sense) ->
                    "This disc is copy-protected (the drive answered "
                            + sense
                            + "); Spindle reads discs as they are and contains no decryption, so"
                            + " the protected parts can't be copied.";
            case ReadOutcome.Gone(String why) -> "The drive can't go on: " + why + ".";
            case ReadOutcome.Changed(var sense) ->
                    "The disc may have been changed (" + sense + "); put the same disc back.";
            case ReadOutcome.NotReady(var sense) ->
                    "The drive is not ready (" + sense + "); is the disc in it?";
            case ReadOutcome.Fault(var sense, String why) ->
                    "The drive failed (" + sense + "): " + why + ".";
            case ReadOutcome.Good _, ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ ->
                    "The disc can't be read.";
        };
    }
}
