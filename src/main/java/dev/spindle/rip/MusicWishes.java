package dev.spindle.rip;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.rip.record.MusicRecord;

import java.util.Arrays;
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
 * @param words titles and performers in place of those that the disc has
 * @param cover absolute path of a picture for the files, JPEG or PNG
 * @param servers the databases that may be asked; empty where none may
 */
public record MusicWishes(
        Optional<Format> format,
        int offsetSamples,
        String trackName,
        Optional<AlbumWords> words,
        Optional<String> cover,
        Optional<MusicServers> servers) {
    /** {@code 01 Title}. */
    public static final String TRACK_NAME = "{nr} {title}";

    /** Without a picture, and where nobody is asked. */
    public MusicWishes(
            Optional<Format> format,
            int offsetSamples,
            String trackName,
            Optional<AlbumWords> words) {
        this(format, offsetSamples, trackName, words, Optional.empty(), Optional.empty());
    }

    /** Where nothing was asked for. */
    public static final MusicWishes STANDARD =
            new MusicWishes(Optional.empty(), 0, TRACK_NAME, Optional.empty());

    /** Whether files of tracks are to be made of this disc. */
    public boolean wantsTracks(DiscToc toc) {
        return toc.hasAudio()
                && format.map(wanted -> wanted != Format.IMAGE)
                        .orElse(toc.tracks().getFirst().isAudio());
    }

    /** What files of tracks are made. */
    public Format files() {
        return format.orElse(Format.FLAC);
    }

    /** What becomes of this disc's music, in a word; empty where there is none. */
    public Optional<String> purpose(DiscToc toc) {
        if (!toc.hasAudio()) {
            return Optional.empty();
        }
        Format purpose = wantsTracks(toc) ? files() : Format.IMAGE;
        return Optional.of(purpose.text());
    }

    /** The same with these words. */
    public MusicWishes with(AlbumWords other) {
        return new MusicWishes(
                format, offsetSamples, trackName, Optional.of(other), cover, servers);
    }

    /** The same, for which databases may be asked. */
    public MusicWishes with(MusicServers asked) {
        return new MusicWishes(format, offsetSamples, trackName, words, cover, Optional.of(asked));
    }

    /** The same with a picture. */
    public MusicWishes withCover(String path) {
        return new MusicWishes(format, offsetSamples, trackName, words, Optional.of(path), servers);
    }

    /** As a record keeps it. */
    public MusicRecord toRecord() {
        return new MusicRecord(format.map(Format::text), offsetSamples, trackName, words, cover);
    }

    /** These, and what they leave unsaid as it was asked for when the rip began. */
    public MusicWishes goingOnWith(MusicRecord earlier) {
        return new MusicWishes(
                format.or(() -> earlier.format().flatMap(Format::of)),
                offsetSamples == 0 ? earlier.offsetSamples() : offsetSamples,
                trackName.equals(TRACK_NAME) ? earlier.trackName() : trackName,
                words.or(earlier::words),
                cover.or(earlier::cover),
                servers);
    }

    /** What the music is kept as. */
    public enum Format {
        /** One file a track, packed without loss. */
        FLAC,
        /** One file a track, samples as they are. */
        WAV,
        /** The raw sectors, with a sheet of the tracks. */
        IMAGE;

        /** By its text; empty for any other. */
        static Optional<Format> of(String text) {
            return Arrays.stream(values()).filter(f -> f.text().equals(text)).findFirst();
        }

        /** As options and records have it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
