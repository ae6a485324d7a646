package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A drive and what is in it.
 *
 * @param address what to name it by, options included
 * @param info who it is
 * @param state a word or two, one of those below, or a sentence about what is wrong
 * @param disc what is in it, if that was looked at
 * @param topBytesPerSecond the fastest it reads user data, if it tells
 * @param sectorBytes how many bytes of each sector an image gets
 */
public record DriveReport(
        String address,
        DriveInfo info,
        String state,
        Optional<DiscFacts> disc,
        OptionalLong topBytesPerSecond,
        int sectorBytes) {
    /** Its disc can be read. */
    public static final String READY = "ready";

    public static final String NO_DISC = "no disc";
    public static final String TRAY_OPEN = "no disc, tray open";

    /** Of a drive that has not told how fast it is. */
    public DriveReport(String address, DriveInfo info, String state, Optional<DiscFacts> disc) {
        this(address, info, state, disc, OptionalLong.empty());
    }

    /** Of a disc that is had in sectors of user data. */
    public DriveReport(
            String address,
            DriveInfo info,
            String state,
            Optional<DiscFacts> disc,
            OptionalLong topBytesPerSecond) {
        this(address, info, state, disc, topBytesPerSecond, Drive.SECTOR_BYTES);
    }
}
