package dev.spindle.rescue;

import dev.spindle.drive.Approach;
import dev.spindle.rescue.ReadCommand.Pass;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts what each means of reading damaged places was tried for, and what it gave. One owner. */
public final class RescueTally {
    /** What came from another copy of the disc. */
    public static final String MERGED = "merged";

    /** What a second drive has read. */
    public static final String SECOND_DRIVE = "second drive";

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private long lastLba;

    /**
     * What one means did.
     *
     * @param reads commands
     * @param failed commands of those that failed
     * @param bytes that were not there before
     */
    public record Count(long reads, long failed, long bytes) {
        Count plus(boolean isGood, long more) {
            return new Count(reads + 1, failed + (isGood ? 0 : 1), bytes + more);
        }
    }

    /** Notes a command and how many bytes it brought that were not there before. */
    public void note(ReadCommand command, boolean isGood, long newBytes) {
        note(means(command), isGood, newBytes);
        lastLba = command.lba();
    }

    /** Notes bytes that came from another copy of the disc. */
    public void noteMerged(long bytes) {
        note(MERGED, true, bytes);
    }

    /** Notes a read of a second drive, and how many bytes it brought that were not there before. */
    public void noteSecond(boolean isGood, long newBytes) {
        note(SECOND_DRIVE, isGood, newBytes);
    }

    private void note(String means, boolean isGood, long newBytes) {
        counts.merge(
                means,
                new Count(0, 0, 0).plus(isGood, newBytes),
                (old, _) -> old.plus(isGood, newBytes));
    }

    /** A retry that comes from behind approaches the sector from its other side. */
    private String means(ReadCommand command) {
        String pass = command.pass().name().toLowerCase(Locale.ROOT);
        if (command.approach() != Approach.PLAIN) {
            String way = command.approach().name().toLowerCase(Locale.ROOT);
            return pass + " " + way.replace('_', '-');
        }
        return command.pass() == Pass.RETRY && command.lba() < lastLba ? pass + " backwards" : pass;
    }

    /** All of them by name, in the order in which they were first tried. */
    public Map<String, Count> counts() {
        return new LinkedHashMap<>(counts);
    }
}
