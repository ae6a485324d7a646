package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.DeviceFacts;
import dev.spindle.os.OsException;

import java.util.List;
import java.util.Optional;

/** What is wrong with a drive, in one sentence without its full stop. */
final class Sentences {
    private Sentences() {}

    /** What a failed command means. */
    static String of(ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Good _ -> "the drive answered well";
            case ReadOutcome.MediumError(Sense sense) -> "the disc can't be read (" + sense + ")";
            case ReadOutcome.ShortTransfer _ -> "the drive sent less than it was asked for";
            case ReadOutcome.NotReady(Sense sense) -> "the drive is not ready (" + sense + ")";
            case ReadOutcome.Changed(Sense sense) ->
                    "the disc may have been changed (" + sense + ")";
            case ReadOutcome.Protected(Sense sense) -> "the disc is copy-protected (" + sense + ")";
            case ReadOutcome.Gone(String why) -> why;
            case ReadOutcome.Fault(_, String why) -> why;
        };
    }

    /** The sense in an outcome, if there is one. */
    static Optional<Sense> sense(ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.MediumError(Sense sense) -> Optional.of(sense);
            case ReadOutcome.NotReady(Sense sense) -> Optional.of(sense);
            case ReadOutcome.Changed(Sense sense) -> Optional.of(sense);
            case ReadOutcome.Protected(Sense sense) -> Optional.of(sense);
            case ReadOutcome.Fault(Sense sense, _) -> Optional.of(sense);
            default -> Optional.empty();
        };
    }

    static String noDisc(String path) {
        return "there is no disc in " + path + "; insert one";
    }

    /** Why a drive could not be opened. */
    static String refused(String path, OsException problem, DeviceFacts facts) {
        return switch (problem.errno()) {
            case EACCES, EPERM -> noPermission(path, facts.group(path));
            case EBUSY -> busy(path, facts);
            case ENOENT, ENXIO, ENODEV -> "there is no drive at " + path + "; connect it";
            default -> path + " can't be used: " + problem.getMessage();
        };
    }

    private static String noPermission(String path, Optional<String> group) {
        return path
                + " can't be used: you lack the permission for it; whoever sits at this computer"
                + " gets it from the login session, anybody else by being put into the group "
                + group.orElse("cdrom")
                + " and logging in again";
    }

    private static String busy(String path, DeviceFacts facts) {
        List<String> mounts = facts.mountPoints(path);
        if (!mounts.isEmpty()) {
            return path
                    + " is mounted at "
                    + String.join(" and ", mounts)
                    + "; unmount it: udisksctl unmount -b "
                    + path;
        }
        if (facts.isUsedByUs(path)) {
            return path + " is being ripped already; wait for the end of that rip, or stop it";
        }
        List<String> users = facts.users(path);
        if (users.size() == 1 && users.getFirst().startsWith("spindle (")) {
            return path
                    + " is being ripped by another "
                    + users.getFirst().replaceFirst("spindle", "Spindle")
                    + "; wait for the end of that rip, or stop it";
        }
        return path
                + " is in use by "
                + (users.isEmpty() ? "another program" : String.join(" and ", users))
                + "; close that first";
    }
}
