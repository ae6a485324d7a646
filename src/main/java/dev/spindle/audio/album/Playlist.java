package dev.spindle.audio.album;

import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;

import java.util.List;
import java.util.Locale;

/** An extended M3U in UTF-8, by names relative to it. Pure. */
public final class Playlist {
    private Playlist() {}

    public static String of(AlbumPlan album, List<MadeTrack> made) {
        var text = new StringBuilder("#EXTM3U\n");
        for (MadeTrack track : made) {
            String performer = album.performer(track.plan());
            text.append(
                    String.format(
                            Locale.ROOT,
                            "#EXTINF:%d,%s%s%n%s%n",
                            Math.round((double) track.plan().samples() / PlannedTrack.RATE),
                            performer.isEmpty() ? "" : performer + " - ",
                            album.title(track.plan()),
                            track.fileName()));
        }
        return text.toString();
    }
}
