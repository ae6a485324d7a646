package dev.spindle.drive.medium;

import java.util.List;

/**
 * The table of contents.
 *
 * @param tracks by their numbers, at least one
 * @param leadOutLba where the last session ends
 */
public record MediumToc(List<MediumTrack> tracks, long leadOutLba) {
    public MediumToc {
        tracks = List.copyOf(tracks);
    }
}
