package dev.spindle.cli;

import dev.spindle.audio.album.CueWords;
import dev.spindle.audio.track.Cover;
import dev.spindle.audio.track.TrackNames;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.record.AlbumWords;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Makes sense of the options about music. Pure. */
final class MusicOptions {
    /** Far more than any drive is off by: AccurateRip's list ends below two thousand. */
    private static final int MOST_OFFSET = 5 * 588;

    private MusicOptions() {}

    /** {@code current} is the folder that relative names count from. */
    static MusicWishes of(RipOptions options, String current) throws UsageException {
        var format = format(options.format);
        if (format.equals(Optional.of(MusicWishes.Format.IMAGE))) {
            refuse("--offset", options.offset);
            refuse("--track-name", options.trackName);
            refuse("--titles", options.titles);
            refuse("--cover", options.cover);
            refuse("--lookup", options.lookup ? "" : null);
        }
        return new MusicWishes(
                format,
                offset(options.offset),
                trackName(options.trackName),
                options.titles == null
                        ? Optional.empty()
                        : Optional.of(titles(options.titles, current)),
                options.cover == null
                        ? Optional.empty()
                        : Optional.of(cover(options.cover, current)),
                servers(options));
    }

    private static AlbumWords titles(String typed, String current) throws UsageException {
        Path path = Folders.file(current, "--titles", typed);
        try {
            return CueWords.parse(Files.readString(path));
        } catch (IllegalArgumentException problem) {
            throw new UsageException("--titles: " + typed + " " + Texts.reason(problem), problem);
        } catch (MalformedInputException notText) {
            throw new UsageException(
                    "--titles: " + typed + " is no UTF-8 text; save it as UTF-8", notText);
        } catch (IOException problem) {
            throw new UsageException("--titles: " + FileProblems.reason(problem), problem);
        }
    }

    /** Looked at now: a name that was mistyped must not show after half an hour. */
    private static String cover(String typed, String current) throws UsageException {
        Path path = Folders.file(current, "--cover", typed);
        try (InputStream in = Files.newInputStream(path)) {
            var _ = Cover.of(in.readNBytes(Cover.MOST_BYTES + 1));
            return path.toString();
        } catch (IOException problem) {
            throw new UsageException("--cover: " + FileProblems.reason(problem), problem);
        }
    }

    private static Optional<MusicServers> servers(RipOptions options) throws UsageException {
        if (!options.lookup && (options.release != null || !options.servers.isEmpty())) {
            throw new UsageException(
                    (options.release != null ? "--release" : "--server")
                            + " has no meaning without --lookup; add it");
        }
        if (options.release != null && options.titles != null) {
            throw new UsageException("--release and --titles contradict each other; give one");
        }
        var others = new TreeMap<String, String>();
        for (String typed : options.servers) {
            int equals = typed.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "--server: '"
                                + typed
                                + "' has no name; write for example ctdb=https://host");
            }
            others.put(typed.substring(0, equals), typed.substring(equals + 1));
        }
        try {
            return options.lookup ? Optional.of(MusicServers.of(others)) : Optional.empty();
        } catch (IllegalArgumentException problem) {
            throw new UsageException("--server: " + Texts.reason(problem), problem);
        }
    }

    private static void refuse(String option, @Nullable String value) throws UsageException {
        if (value != null) {
            throw new UsageException(option + " has no meaning with --format image; leave it out");
        }
    }

    private static Optional<MusicWishes.Format> format(@Nullable String text)
            throws UsageException {
        if (text == null) {
            return Optional.empty();
        }
        for (var format : MusicWishes.Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(format);
            }
        }
        throw new UsageException("--format: '" + text + "' is no format; write flac, wav or image");
    }

    private static int offset(@Nullable String text) throws UsageException {
        if (text == null) {
            return 0;
        }
        int samples = text.matches("[+-]?\\d{1,4}") ? Integer.parseInt(text) : MOST_OFFSET + 1;
        if (Math.abs(samples) > MOST_OFFSET) {
            throw new UsageException(
                    "--offset: '"
                            + text
                            + "' is no read offset; write samples, for example 6, +30 or -12");
        }
        return samples;
    }

    private static String trackName(@Nullable String text) throws UsageException {
        if (text == null) {
            return MusicWishes.TRACK_NAME;
        }
        try {
            TrackNames.check(text);
            return text;
        } catch (IllegalArgumentException problem) {
            throw new UsageException("--track-name: " + Texts.reason(problem), problem);
        }
    }
}
