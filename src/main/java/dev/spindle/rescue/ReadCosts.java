package dev.spindle.rescue;

import dev.spindle.drive.Approach;

import java.util.Map;

/**
 * What a read costs, learned from the time that commands took. Waits between commands are no part
 * of it. All times are in nanoseconds. One owner.
 */
final class ReadCosts {
    /** A read of so many sectors or more tells of transfer, a smaller one of the command itself. */
    private static final int LARGE_SECTORS = 8;

    /** Weight of the latest read. */
    private static final double LEARNING = 1.0 / 16;

    /** An outlier counts as no more than so many times the value: a hiccup is no new speed. */
    private static final double MOST_AT_ONCE = 4;

    /** Before anything is known: 10 MB/s, and the ratios of usual drives. */
    private static final double FIRST_SECTOR_NANOS = 200_000;

    private static final double COMMAND_IN_SECTORS = 2;
    private static final double JUMP_IN_SECTORS = 100;
    private static final double BAD_IN_SECTORS = 1500;

    private double sectorNanos = FIRST_SECTOR_NANOS;
    private boolean sectorKnown;
    private double commandNanos = -1;
    private double jumpNanos = -1;
    private double badNanos = -1;
    private boolean isBadKnown;
    private long positionLba;

    /** Nothing is known. */
    ReadCosts() {}

    /** What is known of the drive holds until its disc shows otherwise. */
    ReadCosts(DriveLessons lessons) {
        commandNanos = known(lessons.commandNanos());
        jumpNanos = known(lessons.jumpNanos());
        badNanos = known(lessons.badNanos());
    }

    private static double known(double nanos) {
        return nanos > 0 ? nanos : -1;
    }

    /** Notes what came of a command. */
    void note(ReadCommand command, boolean isGood, long nanos) {
        boolean follows = command.lba() == positionLba;
        positionLba = command.endLba();
        if (!isGood) {
            isBadKnown = true;
            badNanos = badNanos < 0 ? (double) nanos : learned(badNanos, (double) nanos);
        } else if (!follows) {
            jumpNanos =
                    learned(jumpNanos(), Math.max(0, (double) nanos - steady(command.sectors())));
        } else if (command.sectors() >= LARGE_SECTORS) {
            noteTransfer((double) nanos / command.sectors());
        } else if (command.sectors() == 1) {
            commandNanos = learned(commandNanos(), Math.max(0, (double) nanos - sectorNanos));
        }
    }

    /** A command that says nothing of plain reads. */
    void noteElsewhere(ReadCommand command) {
        positionLba = command.endLba();
    }

    private void noteTransfer(double nanos) {
        sectorNanos = sectorKnown ? learned(sectorNanos, nanos) : nanos;
        sectorKnown = true;
    }

    private static double learned(double old, double latest) {
        return old + LEARNING * (Math.min(latest, MOST_AT_ONCE * Math.max(old, 1)) - old);
    }

    /** Where the last command ended. */
    long positionLba() {
        return positionLba;
    }

    /** A good read that follows the last one. */
    double steady(int sectors) {
        return commandNanos() + sectors * sectorNanos;
    }

    /** What comes on top for a read elsewhere. */
    double jumpNanos() {
        return jumpNanos < 0 ? JUMP_IN_SECTORS * sectorNanos : jumpNanos;
    }

    /** What a command costs beside its transfer. */
    double commandNanos() {
        return commandNanos < 0 ? COMMAND_IN_SECTORS * sectorNanos : commandNanos;
    }

    /** Whether any read failed so far. */
    boolean isBadKnown() {
        return isBadKnown;
    }

    /** A read that fails. */
    double badNanos() {
        return badNanos < 0 ? BAD_IN_SECTORS * sectorNanos : badNanos;
    }

    /** What is worth to be known of the drive at the next disc. */
    DriveLessons lessons(Map<Approach, ApproachRecord> approaches) {
        return new DriveLessons(
                Math.clamp(commandNanos, 0, DriveLessons.MOST_NANOS),
                Math.clamp(jumpNanos, 0, DriveLessons.MOST_NANOS),
                Math.clamp(badNanos, 0, DriveLessons.MOST_NANOS),
                approaches);
    }

    /** A good read from there. */
    double good(long lba, int sectors) {
        return steady(sectors) + (lba == positionLba ? 0 : jumpNanos());
    }
}
