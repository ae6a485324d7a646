package dev.spindle.rip;

import dev.spindle.disc.toc.DiscToc;

import java.util.Locale;
import java.util.Optional;

/**
 * What is to be made of a disc with music.
 *
 * @param format empty for FLAC where the disc begins with music, and the image alone where it
 *     begins with data
 * @param offsetSamples read offset of the drive, as AccurateRip's list has it: stereo samples to
 *     add to the place that is read
 * @param trackName how the files of tracks are named; see {@code audio.track.TrackNames}
 */
public record MusicWishes(Optional<Format> format, int offsetSamples, String trackName) {
    /** {@code 01 Title}. */
    public static final String TRACK_NAME = "{nr} {title}";

    /** Where nothing was asked for. */
    public static final MusicWishes STANDARD = new MusicWishes(Optional.empty(), 0, TRACK_NAME);

    /** Whether files of tracks are to be made of this disc. */
    public boolean wantsTracks(DiscToc toc) {
        return toc.hasAudio()
                && format.map(wanted -> wanted != Format.IMAGE)
                        .orElse(toc.tracks().getFirst().isAudio());
    }

    /** What becomes of this disc's music, in a word; empty where there is none. */
    public Optional<String> purpose(DiscToc toc) {
        if (!toc.hasAudio()) {
            return Optional.empty();
        }
        Format purpose = wantsTracks(toc) ? format.orElse(Format.FLAC) : Format.IMAGE;
        return Optional.of(purpose.text());
    }

    /** What the music is kept as. */
    public enum Format {
        /** One file a track, packed without loss. */
        FLAC,
        /** One file a track, samples as they are. */
        WAV,
        /** The raw sectors, with a sheet of the tracks. */
        IMAGE;

        /** As options and records have it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
