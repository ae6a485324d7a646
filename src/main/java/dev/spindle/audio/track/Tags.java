package dev.spindle.audio.track;

import dev.spindle.audio.id.MusicBrainzId;

import java.util.ArrayList;
import java.util.List;

/** What a track's file says of itself: Vorbis comments (xiph.org, "Vorbis comment"). Pure. */
public final class Tags {
    private Tags() {}

    /** {@code NAME=value}, one for each that is known. */
    public static List<String> of(AlbumPlan album, PlannedTrack track) {
        var tags = new ArrayList<String>();
        add(tags, "TITLE", album.title(track));
        add(tags, "ARTIST", album.performer(track));
        add(tags, "ALBUM", album.music().text().title());
        add(tags, "ALBUMARTIST", album.music().text().performer());
        add(tags, "DATE", album.date());
        add(tags, "COMPOSER", track.music().text().songwriter());
        add(tags, "TRACKNUMBER", Integer.toString(track.number()));
        add(tags, "TRACKTOTAL", Integer.toString(album.audio().audioTracks().size()));
        add(tags, "ISRC", track.music().isrc().orElse(""));
        add(tags, "MCN", album.music().catalogue().orElse(""));
        add(tags, "PRE_EMPHASIS", track.music().hasPreEmphasis() ? "1" : "");
        add(tags, "MUSICBRAINZ_DISCID", MusicBrainzId.of(album.audio()));
        add(tags, "MUSICBRAINZ_ALBUMID", album.release());
        return List.copyOf(tags);
    }

    private static void add(List<String> tags, String name, String value) {
        if (!value.isBlank()) {
            tags.add(name + "=" + value.replaceAll("\\p{Cntrl}+", " "));
        }
    }
}
