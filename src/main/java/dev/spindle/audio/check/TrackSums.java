package dev.spindle.audio.check;

import java.util.OptionalLong;

/**
 * Checksums of one track's samples.
 *
 * @param samples how many stereo samples it has
 * @param crc32 of all of it, as little-endian 16-bit samples, left before right
 * @param accurateRip1 AccurateRip, first version
 * @param accurateRip2 AccurateRip, second version
 * @param frame450 AccurateRip's sum of the 450th frame alone, by which other pressings are found;
 *     empty where the track is shorter
 * @param ctdb as the CUETools database has it: of the first and last track not all is counted
 */
public record TrackSums(
        long samples,
        long crc32,
        long accurateRip1,
        long accurateRip2,
        OptionalLong frame450,
        long ctdb) {}
