package dev.spindle.audio.track;

import dev.spindle.range.RangeSet;

/**
 * A track whose file is on the device and was read back.
 *
 * @param fileName without its folder
 * @param crc32 of its samples
 * @param unread samples of the track, counted from its start, that the disc did not give and that
 *     are silence in the file
 * @param doubtful those of which no two readings were alike
 */
public record MadeTrack(
        PlannedTrack plan, String fileName, long crc32, RangeSet unread, RangeSet doubtful) {}
