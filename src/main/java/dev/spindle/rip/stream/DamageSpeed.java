package dev.spindle.rip.stream;

import dev.spindle.drive.Approach;
import dev.spindle.drive.Drive;
import dev.spindle.rescue.ReadCommand;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the drive run as fast as it can where the disc reads well, and slower where it does not: a
 * drive that turns slowly reads more of a scratch (ddrescue's manual, "Optical media"). For the
 * reader.
 *
 * <p>The speed changes with the kind of work, not with single errors: a drive needs seconds to
 * settle. Where the user chose a speed this does nothing.
 */
public final class DamageSpeed {
    private final Drive drive;
    private final OptionalLong slowBytesPerSecond;
    private boolean isSlow;
    private boolean isLeft;

    /**
     * @param slowBytesPerSecond for damaged places; empty to leave the speed alone
     */
    public DamageSpeed(Drive drive, OptionalLong slowBytesPerSecond) {
        this.drive = drive;
        this.slowBytesPerSecond = slowBytesPerSecond;
    }

    /** The user has chosen one meanwhile. */
    void leaveToUser() {
        isLeft = true;
    }

    /** What of this makes a difference: full speed does only where it is ours to choose. */
    Set<Approach> possible(Set<Approach> approaches) {
        if (slowBytesPerSecond.isPresent() && !isLeft) {
            return approaches;
        }
        return approaches.stream()
                .filter(approach -> approach != Approach.FASTEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Asks for the speed that fits the command, where it is another one than before. */
    void before(ReadCommand command) {
        // All that comes behind the sweep lies in damage, and goes to and fro there.
        boolean wantsSlow =
                command.pass() != ReadCommand.Pass.SWEEP && command.approach() != Approach.FASTEST;
        if (slowBytesPerSecond.isPresent() && !isLeft && wantsSlow != isSlow) {
            isSlow = wantsSlow;
            drive.setSpeed(wantsSlow ? slowBytesPerSecond : OptionalLong.empty());
        }
    }
}
