package dev.spindle.cli;

import dev.spindle.audio.track.TrackNames;
import dev.spindle.rip.MusicWishes;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/** Makes sense of the options about music. Pure. */
final class MusicOptions {
    /** Far more than any drive is off by: AccurateRip's list ends below two thousand. */
    private static final int MOST_OFFSET = 5 * 588;

    private MusicOptions() {}

    static MusicWishes of(RipOptions options) throws UsageException {
        var format = format(options.format);
        if (format.equals(Optional.of(MusicWishes.Format.IMAGE))) {
            refuse("--offset", options.offset);
            refuse("--track-name", options.trackName);
        }
        return new MusicWishes(
                format, offset(options.offset), trackName(options.trackName), Optional.empty());
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
