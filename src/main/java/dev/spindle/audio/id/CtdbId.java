package dev.spindle.audio.id;

import dev.spindle.disc.toc.Track;

import java.util.List;
import java.util.Locale;

/** The id of the CUETools database: of the lengths of the music, not of its place (CDImage.cs). */
public final class CtdbId {
    private static final int CHARACTERS = 800;

    private CtdbId() {}

    /** 28 characters. */
    public static String of(AudioToc audio) {
        List<Track> tracks = audio.audioTracks();
        long first = tracks.getFirst().startLba();
        var text = new StringBuilder();
        for (Track track : tracks.subList(1, tracks.size())) {
            text.append(hex(track.startLba() - first));
        }
        text.append(hex(audio.audioEndLba() - first));
        text.repeat('0', CHARACTERS - text.length());
        return Sha1Id.of(text.toString());
    }

    private static String hex(long sectors) {
        return String.format(Locale.ROOT, "%08X", sectors);
    }
}
