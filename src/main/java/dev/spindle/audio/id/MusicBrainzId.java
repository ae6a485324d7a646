package dev.spindle.audio.id;

import dev.spindle.disc.toc.Track;

import java.util.Locale;

/**
 * The disc id of MusicBrainz, as libdiscid makes it (disc.c, toc.c): a data track before the music
 * counts, one behind it does not.
 */
public final class MusicBrainzId {
    private static final int MOST_TRACKS = 99;

    private MusicBrainzId() {}

    /** 28 characters. */
    public static String of(AudioToc audio) {
        int last = audio.audioTracks().getLast().number();
        var tracks = audio.toc().tracks().stream().filter(t -> t.number() <= last).toList();
        var text = new StringBuilder();
        text.append(hex(2, tracks.getFirst().number())).append(hex(2, last));
        text.append(hex(8, audio.audioEndLba() + AudioToc.LEAD_IN_FRAMES));
        for (int number = 1; number <= MOST_TRACKS; number++) {
            text.append(hex(8, offset(tracks, number)));
        }
        return Sha1Id.of(text.toString());
    }

    /** 0 where there is no such track. */
    private static long offset(Iterable<Track> tracks, int number) {
        for (Track track : tracks) {
            if (track.number() == number) {
                return track.startLba() + AudioToc.LEAD_IN_FRAMES;
            }
        }
        return 0;
    }

    private static String hex(int digits, long value) {
        return String.format(Locale.ROOT, "%0" + digits + "X", value);
    }
}
