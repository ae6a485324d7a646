package dev.spindle.audio.id;

import dev.spindle.disc.toc.Track;

import java.util.List;
import java.util.Locale;

/** The disc id of CDDB, freedb and gnudb: over all tracks, data included. */
public final class CddbId {
    private static final int FRAMES_PER_SECOND = 75;

    private CddbId() {}

    /** Eight hexadecimal digits. */
    public static String of(AudioToc audio) {
        return String.format(Locale.ROOT, "%08x", value(audio));
    }

    static long value(AudioToc audio) {
        List<Track> tracks = audio.toc().tracks();
        long digits = 0;
        for (Track track : tracks) {
            digits += digitSum(seconds(track.startLba()));
        }
        long length = seconds(audio.toc().leadOutLba()) - seconds(tracks.getFirst().startLba());
        return ((digits % 255) << 24) | (length << 8) | tracks.size();
    }

    private static long seconds(long lba) {
        return (lba + AudioToc.LEAD_IN_FRAMES) / FRAMES_PER_SECOND;
    }

    private static long digitSum(long number) {
        long sum = 0;
        for (long rest = number; rest > 0; rest /= 10) {
            sum += rest % 10;
        }
        return sum;
    }
}
