package dev.spindle.audio.id;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;

import java.util.List;

/**
 * What a table of contents says of music.
 *
 * @param toc of the whole disc; it has an audio track
 */
public record AudioToc(DiscToc toc) {
    /** Sectors of lead-in and pre-gap that stand before LBA 0 in absolute addresses (ECMA-130). */
    public static final int LEAD_IN_FRAMES = 150;

    /**
     * Lead-out of a first session, lead-in and pre-gap of the next: 6750 + 4500 + 150 sectors
     * (Orange Book; libdiscid toc.c, XA_INTERVAL).
     */
    public static final int SESSION_GAP_SECTORS = 11_400;

    public AudioToc {
        if (!toc.hasAudio()) {
            throw new IllegalArgumentException("there is no audio track");
        }
    }

    /** The audio tracks by their numbers. */
    public List<Track> audioTracks() {
        return toc.tracks().stream().filter(Track::isAudio).toList();
    }

    /** Where the music ends for databases: before the gap of a data session behind it. */
    public long audioEndLba() {
        Track last = audioTracks().getLast();
        return toc.tracks().stream()
                .filter(track -> track.number() > last.number())
                .findFirst()
                .map(AudioToc::endBefore)
                .orElse(toc.leadOutLba());
    }

    private static long endBefore(Track data) {
        return data.startLba() - SESSION_GAP_SECTORS;
    }

    /** Where the first audio track begins. */
    public long firstLba() {
        return audioTracks().getFirst().startLba();
    }
}
