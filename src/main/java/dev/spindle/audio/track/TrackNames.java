package dev.spindle.audio.track;

import dev.spindle.disc.NameFromLabel;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the files of tracks are called: any text with {@code {nr}}, {@code {title}}, {@code
 * {artist}}, {@code {album}} and {@code {albumartist}} in it. What some file system can't have in a
 * name is replaced. Pure.
 */
public final class TrackNames {
    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");

    private static final Set<String> WORDS =
            Set.of("nr", "title", "artist", "album", "albumartist");

    private TrackNames() {}

    /** The name of a track's file, without its ending. */
    public static String of(String template, AlbumPlan album, PlannedTrack track) {
        Map<String, String> words = words(album, track);
        String name =
                WORD.matcher(template)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(words.getOrDefault(found.group(1), "")));
        String tidy = name.replaceAll("\\s+", " ").strip();
        return NameFromLabel.of(tidy).orElseGet(() -> "Track " + twoDigits(track));
    }

    private static Map<String, String> words(AlbumPlan album, PlannedTrack track) {
        var words = new TreeMap<String, String>();
        words.put("nr", twoDigits(track));
        words.put("title", album.title(track));
        words.put("artist", album.performer(track));
        words.put("album", album.music().text().title());
        words.put("albumartist", album.music().text().performer());
        return words;
    }

    /**
     * Whether a template tells tracks apart and has only words that are known.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    public static void check(String template) {
        var found = WORD.matcher(template);
        while (found.find()) {
            if (!WORDS.contains(found.group(1))) {
                throw new IllegalArgumentException(
                        "{"
                                + found.group(1)
                                + "} is no word for a name; {nr}, {title}, {artist},"
                                + " {album} and {albumartist} are");
            }
        }
        if (!template.contains("{nr}")) {
            throw new IllegalArgumentException(
                    "the name needs {nr}, so that each track has its own");
        }
        if (template.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "the name must not contain '/'; say the folder with -o");
        }
    }

    static String twoDigits(PlannedTrack track) {
        return String.format(Locale.ROOT, "%02d", track.number());
    }
}
