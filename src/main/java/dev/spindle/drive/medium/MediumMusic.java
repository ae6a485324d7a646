package dev.spindle.drive.medium;

import java.util.Map;
import java.util.Optional;

/**
 * What a CD tells of its music beside the table of contents.
 *
 * @param catalogue media catalogue number, 13 digits
 * @param text of the whole disc
 * @param tracks by their numbers; one that is missing tells nothing
 */
public record MediumMusic(
        Optional<String> catalogue, MusicText text, Map<Integer, TrackMusic> tracks) {
    public MediumMusic {
        tracks = Map.copyOf(tracks);
    }

    public TrackMusic track(int number) {
        return tracks.getOrDefault(number, TrackMusic.ofControl(0));
    }
}
