package dev.spindle.drive.script;

import dev.spindle.drive.Sense;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of a script. Moments ({@code at}) count from the opening of the drive. Where nothing is
 * said of how long or how often, it is for ever.
 */
public sealed interface Statement {
    /** The drive reads no faster. */
    record Speed(long bytesPerSecond) implements Statement {}

    /** There it reads at another speed; of several that cover a sector, the last one counts. */
    record Slow(Sectors where, long bytesPerSecond) implements Statement {}

    /**
     * A command stops at the first of these sectors and fails.
     *
     * @param where the bad sectors
     * @param times how often each of them fails before it reads well
     * @param cost how long the drive tries before it gives up
     * @param sense what it answers then
     */
    record Bad(Sectors where, OptionalInt times, Duration cost, Sense sense) implements Statement {}

    /** Each command that comes there takes that much longer. */
    record Delay(Sectors where, Duration by) implements Statement {}

    /** Each command that comes there brings half of the bytes, with good status. */
    record ShortRead(Sectors where) implements Statement {}

    /** The first command that comes to the sector hangs; with an end, it then goes on. */
    record HangOnSector(long lba, Optional<Duration> howLong) implements Statement {}

    /** Commands do not return between this moment and its end. */
    record HangAt(Duration at, Optional<Duration> howLong) implements Statement {}

    /** The drive is gone between this moment and its end. */
    record Unplug(Duration at, Optional<Duration> howLong) implements Statement {}

    /** The first command after the moment tells of a change; later ones read from the file. */
    record Change(Duration at, String file) implements Statement {}
}
