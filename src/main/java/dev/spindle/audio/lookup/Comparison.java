package dev.spindle.audio.lookup;

import java.util.List;
import java.util.OptionalInt;

/**
 * What databases know of an album's samples.
 *
 * @param accurateRip what AccurateRip said, in a few words
 * @param ctdb what the CUETools database said, in a few words
 * @param tracks in the album's order, without a hidden one
 * @param readOffset the drive's read offset by which the samples would fit those of other people;
 *     empty where that is no other than the one in use, or nobody knows
 */
public record Comparison(
        String accurateRip, String ctdb, List<Match> tracks, OptionalInt readOffset) {
    /**
     * How many people had the same track.
     *
     * @param accurateRip 0 where nobody is known
     * @param ctdb 0 where nobody is known
     */
    public record Match(int accurateRip, int ctdb) {
        public static final Match NONE = new Match(0, 0);
    }

    public Comparison {
        tracks = List.copyOf(tracks);
    }

    /** How many of the tracks AccurateRip knows with these samples. */
    public long accurate() {
        return tracks.stream().filter(match -> match.accurateRip() > 0).count();
    }
}
