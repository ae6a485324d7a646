package dev.spindle.audio.album;

import dev.spindle.audio.id.CddbId;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.disc.toc.CueMusicText;
import dev.spindle.disc.toc.CueText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cue sheet for files of tracks, by names relative to it. A pre-gap belongs to the file of the
 * track before, as all programs that rip tracks have it: its INDEX 00 stands before the FILE of its
 * own track. Pure.
 */
public final class AlbumCue {
    private AlbumCue() {}

    /**
     * The sheet.
     *
     * @param made by their numbers; a hidden track, if there is one, comes first
     */
    public static String of(AlbumPlan album, List<MadeTrack> made) {
        var text = new StringBuilder();
        text.append("REM DISCID ").append(CddbId.of(album.audio()).toUpperCase(Locale.ROOT));
        text.append("\nREM COMMENT \"Spindle\"\n");
        if (!album.date().isEmpty()) {
            text.append("REM DATE ").append(CueMusicText.quoted(album.date())).append('\n');
        }
        CueMusicText.addDisc(text, album.music());
        Optional<MadeTrack> before = Optional.empty();
        for (MadeTrack track : made) {
            if (track.plan().isHidden()) {
                file(text, track);
            } else {
                add(text, album, track, before);
            }
            before = Optional.of(track);
        }
        return text.toString();
    }

    private static void add(
            StringBuilder text, AlbumPlan album, MadeTrack track, Optional<MadeTrack> before) {
        PlannedTrack plan = track.plan();
        if (before.isEmpty()) {
            file(text, track);
        }
        text.append(String.format(Locale.ROOT, "  TRACK %02d AUDIO%n", plan.number()));
        CueMusicText.addTrack(text, plan.music());
        if (before.isPresent()) {
            gap(plan, before.get().plan()).ifPresent(frames -> index(text, 0, frames));
            file(text, track);
        } else {
            silentStart(album).ifPresent(frames -> pregap(text, frames));
        }
        index(text, 1, 0);
    }

    /** Where the pre-gap begins in the file before, in frames. */
    private static Optional<Long> gap(PlannedTrack plan, PlannedTrack before) {
        if (before.isHidden()) {
            return Optional.of(0L);
        }
        var pregap = plan.music().pregapLba();
        return pregap.isPresent() && pregap.getAsLong() >= before.startLba()
                ? Optional.of(pregap.getAsLong() - before.startLba())
                : Optional.empty();
    }

    /** Sectors of silence before the first track, of which there is no file. */
    private static Optional<Long> silentStart(AlbumPlan album) {
        return album.beforeTheFirst().map(hidden -> hidden.samples() / PlannedTrack.FRAME_SAMPLES);
    }

    private static void file(StringBuilder text, MadeTrack track) {
        text.append("FILE ").append(CueMusicText.quoted(track.fileName())).append(" WAVE\n");
    }

    private static void index(StringBuilder text, int number, long frames) {
        text.append(
                String.format(Locale.ROOT, "    INDEX %02d %s%n", number, CueText.time(frames)));
    }

    private static void pregap(StringBuilder text, long frames) {
        text.append("    PREGAP ").append(CueText.time(frames)).append('\n');
    }
}
