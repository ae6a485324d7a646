package dev.spindle.drive.image;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cue sheet says of the music, gathered statement by statement. What can't be understood is
 * passed over: it does not change where a track lies. For one sheet.
 */
final class CueMusic {
    private static final Pattern TEXT =
            Pattern.compile(
                    "(TITLE|PERFORMER|SONGWRITER)\\s+(?:\"(.*)\"|(\\S.*))",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ISRC =
            Pattern.compile("ISRC\\s+\"?([A-Z]{2}[A-Z0-9]{3}\\d{7})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CATALOG =
            Pattern.compile("CATALOG\\s+\"?(\\d{13})\"?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> FLAGS = Map.of("PRE", 0x1, "DCP", 0x2, "4CH", 0x8);

    private final Words disc = new Words();
    private final Map<Integer, Words> tracks = new TreeMap<>();
    private Optional<String> catalogue = Optional.empty();

    /** What was said of one thing so far. */
    private static final class Words {
        private final Map<String, String> texts = new TreeMap<>();
        private Optional<String> isrc = Optional.empty();
        private int control;
        private Optional<Place> pregap = Optional.empty();

        MusicText text() {
            return new MusicText(
                    texts.getOrDefault("TITLE", ""),
                    texts.getOrDefault("PERFORMER", ""),
                    texts.getOrDefault("SONGWRITER", ""));
        }
    }

    /** A sector within one of the files. */
    private record Place(int file, long sector) {}

    /** A statement about the disc or, behind the first TRACK, about the track of that number. */
    void take(String statement, int track) {
        Matcher text = TEXT.matcher(statement);
        Matcher isrc = ISRC.matcher(statement);
        Matcher catalog = CATALOG.matcher(statement);
        if (text.matches()) {
            String words = text.group(2) == null ? text.group(3) : text.group(2);
            of(track).texts.put(text.group(1).toUpperCase(Locale.ROOT), words);
        } else if (isrc.matches()) {
            of(track).isrc = Optional.of(isrc.group(1).toUpperCase(Locale.ROOT));
        } else if (catalog.matches()) {
            catalogue = Optional.of(catalog.group(1));
        } else if (statement.toUpperCase(Locale.ROOT).startsWith("FLAGS")) {
            for (String flag : statement.toUpperCase(Locale.ROOT).split("\\s+")) {
                of(track).control |= FLAGS.getOrDefault(flag, 0);
            }
        }
    }

    /** The track's INDEX 00. */
    void pregap(int track, int file, long sector) {
        of(track).pregap = Optional.of(new Place(file, sector));
    }

    /** Whether there is an audio track of that number; its own words come later. */
    void audio(int track) {
        var _ = of(track);
    }

    private Words of(int track) {
        return track == 0 ? disc : tracks.computeIfAbsent(track, _ -> new Words());
    }

    /**
     * All of it.
     *
     * @param sectors how many there are in each file
     */
    MediumMusic of(List<Long> sectors) {
        var music = new TreeMap<Integer, TrackMusic>();
        tracks.forEach((number, words) ->
                music.put(
                        number,
                        new TrackMusic(
                                words.control,
                                words.text(),
                                words.isrc,
                                lba(words.pregap, sectors))));
        return new MediumMusic(catalogue, disc.text(), music);
    }

    private static OptionalLong lba(Optional<Place> place, List<Long> sectors) {
        return place.map(p -> OptionalLong.of(CueSheet.lba(p.file, p.sector, sectors)))
                .orElse(OptionalLong.empty());
    }
}
