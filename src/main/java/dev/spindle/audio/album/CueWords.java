package dev.spindle.audio.album;

import dev.spindle.rip.record.AlbumWords;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a cue sheet, whatever else stands in it. Pure. */
public final class CueWords {
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "(REM DATE|TITLE|PERFORMER)\\s+(?:\"(.*)\"|(\\S.*))", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRACK =
            Pattern.compile("TRACK\\s+(\\d{1,2})\\b.*", Pattern.CASE_INSENSITIVE);

    private CueWords() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException where there is no word in it, with what to do
     */
    public static AlbumWords parse(String text) {
        var disc = new TreeMap<String, String>();
        var tracks = new TreeMap<Integer, Map<String, String>>();
        Map<String, String> current = disc;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            Matcher track = TRACK.matcher(line.strip());
            Matcher words = STATEMENT.matcher(line.strip());
            if (track.matches()) {
                current = new TreeMap<>();
                tracks.put(Integer.parseInt(track.group(1)), current);
            } else if (words.matches()) {
                String value = words.group(2) == null ? words.group(3) : words.group(2);
                current.put(words.group(1).toUpperCase(Locale.ROOT), value);
            }
        }
        if (disc.isEmpty() && tracks.values().stream().allMatch(Map::isEmpty)) {
            throw new IllegalArgumentException(
                    "has no TITLE and no PERFORMER; name a cue sheet that has");
        }
        var words = new TreeMap<Integer, AlbumWords.TrackWords>();
        tracks.forEach((number, found) ->
                words.put(
                        number,
                        new AlbumWords.TrackWords(word(found, "TITLE"), word(found, "PERFORMER"))));
        return new AlbumWords(
                word(disc, "TITLE"), word(disc, "PERFORMER"), word(disc, "REM DATE"), "", words);
    }

    private static String word(Map<String, String> words, String name) {
        return words.getOrDefault(name, "");
    }
}
