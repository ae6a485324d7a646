package dev.spindle.rip.record;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words about a disc with music that its files get: typed by the user, or chosen from a
 * database. They stand in place of all that the disc itself says. Each is empty where there is
 * nothing to say.
 *
 * @param performer of the whole album
 * @param date of its release: {@code 1997} or {@code 1997-03-21}
 * @param release the MusicBrainz id of the release that they come from
 * @param tracks by their numbers
 */
public record AlbumWords(
        String title,
        String performer,
        String date,
        String release,
        Map<Integer, TrackWords> tracks) {
    /** The words about one track; an empty performer is the album's. */
    public record TrackWords(String title, String performer) {
        public static final TrackWords NONE = new TrackWords("", "");

        public TrackWords {
            title = tidy(title);
            performer = tidy(performer);
        }
    }

    public AlbumWords {
        title = tidy(title);
        performer = tidy(performer);
        date = tidy(date);
        release = tidy(release);
        tracks = Map.copyOf(tracks);
    }

    /** What the disc says itself. */
    public static AlbumWords of(MediumMusic disc) {
        var tracks = new TreeMap<Integer, TrackWords>();
        disc.tracks()
                .forEach((number, track) ->
                        tracks.put(
                                number,
                                new TrackWords(track.text().title(), track.text().performer())));
        return new AlbumWords(disc.text().title(), disc.text().performer(), "", "", tracks);
    }

    /** Who plays what, as one text; may be empty. */
    public String label() {
        return Stream.of(performer, title)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" - "));
    }

    public TrackWords track(int number) {
        return tracks.getOrDefault(number, TrackWords.NONE);
    }

    /** The same disc with these words on it; who wrote the songs stays as the disc has it. */
    public MediumMusic over(MediumMusic disc) {
        var all = new HashMap<Integer, TrackMusic>();
        disc.tracks().keySet().forEach(number -> all.put(number, track(disc, number)));
        tracks.keySet().forEach(number -> all.put(number, track(disc, number)));
        return new MediumMusic(
                disc.catalogue(), new MusicText(title, performer, disc.text().songwriter()), all);
    }

    private TrackMusic track(MediumMusic disc, int number) {
        TrackMusic there = disc.track(number);
        TrackWords words = track(number);
        return new TrackMusic(
                there.control(),
                new MusicText(words.title(), words.performer(), there.text().songwriter()),
                there.isrc(),
                there.pregapLba());
    }

    private static String tidy(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
