package dev.spindle.audio.id;

import dev.spindle.disc.toc.Track;

import java.util.List;
import java.util.Locale;

/**
 * The three numbers by which AccurateRip knows a disc. The first two count audio tracks alone, by
 * LBA; the lead-out is always the whole disc's (ARver, doc/data_track.md).
 *
 * @param tracks how many audio tracks there are
 * @param id1 sum of the starts and the lead-out
 * @param id2 the same, each times its number
 * @param cddb as {@link CddbId}
 */
public record AccurateRipId(int tracks, long id1, long id2, long cddb) {
    private static final long WORD = 0xFFFF_FFFFL;

    public static AccurateRipId of(AudioToc audio) {
        List<Track> tracks = audio.audioTracks();
        long leadOut = audio.toc().leadOutLba();
        long sum = leadOut;
        long weighted = leadOut * (tracks.size() + 1);
        for (int i = 0; i < tracks.size(); i++) {
            long start = tracks.get(i).startLba();
            sum += start;
            weighted += Math.max(start, 1) * (i + 1);
        }
        return new AccurateRipId(tracks.size(), sum & WORD, weighted & WORD, CddbId.value(audio));
    }

    /** Name of the disc's file in the database, with its folders. */
    public String path() {
        String first = String.format(Locale.ROOT, "%08x", id1);
        return String.format(
                Locale.ROOT,
                "%c/%c/%c/dBAR-%s.bin",
                first.charAt(7),
                first.charAt(6),
                first.charAt(5),
                this);
    }

    /** As the database writes it: {@code 004-0002189a-00087f33-1f02e004}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%03d-%08x-%08x-%08x", tracks, id1, id2, cddb);
    }
}
