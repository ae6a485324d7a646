package dev.spindle.audio.lookup;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.id.MusicBrainzId;
import dev.spindle.rip.Release;
import dev.spindle.rip.record.AlbumWords;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The releases that MusicBrainz knows a disc by (web service 2, look-up of a disc id). Pure. */
public final class MusicBrainzAnswer {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MusicBrainzAnswer() {}

    /** Where the answer is had. */
    public static URI address(URI server, AudioToc audio) {
        return URI.create(
                server
                        + "/ws/2/discid/"
                        + MusicBrainzId.of(audio)
                        + "?fmt=json&cdstubs=no&inc=artist-credits+recordings+labels");
    }

    /**
     * Reads it.
     *
     * @return in the order of the answer; of a set of discs with the words of this one
     * @throws IOException where it is no such answer
     */
    public static List<Release> parse(byte[] body, AudioToc audio) throws IOException {
        try {
            var releases = new ArrayList<Release>();
            for (JsonNode release : MAPPER.readTree(body).path("releases").values()) {
                for (JsonNode medium : release.path("media").values()) {
                    if (holds(medium, audio)) {
                        releases.add(release(release, medium, firstNumber(audio)));
                    }
                }
            }
            return releases;
        } catch (JacksonException refused) {
            throw new IOException("MusicBrainz's answer can't be read", refused);
        }
    }

    private static boolean holds(JsonNode medium, AudioToc audio) {
        String id = MusicBrainzId.of(audio);
        for (JsonNode disc : medium.path("discs").values()) {
            if (disc.path("id").asString("").equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** On a medium positions count from 1, whatever the disc calls its first track. */
    private static int firstNumber(AudioToc audio) {
        return audio.toc().tracks().getFirst().number();
    }

    private static Release release(JsonNode release, JsonNode medium, int firstNumber) {
        String performer = credit(release);
        var tracks = new TreeMap<Integer, AlbumWords.TrackWords>();
        for (JsonNode track : medium.path("tracks").values()) {
            String own = credit(track);
            tracks.put(
                    track.path("position").asInt(0) + firstNumber - 1,
                    new AlbumWords.TrackWords(
                            track.path("title").asString(""), own.equals(performer) ? "" : own));
        }
        return new Release(
                new AlbumWords(
                        title(release, medium),
                        performer,
                        release.path("date").asString(""),
                        release.path("id").asString(""),
                        tracks),
                release.path("country").asString(""),
                remark(release));
    }

    /** Of a set of several discs, which one it is belongs to its name. */
    private static String title(JsonNode release, JsonNode medium) {
        String title = release.path("title").asString("");
        if (release.path("media").size() < 2) {
            return title;
        }
        String own = medium.path("title").asString("");
        String disc = title + ", disc " + medium.path("position").asInt(1);
        return own.isEmpty() ? disc : disc + ": " + own;
    }

    /** Artists with the words that join them. */
    private static String credit(JsonNode of) {
        var text = new StringBuilder();
        for (JsonNode artist : of.path("artist-credit").values()) {
            text.append(artist.path("name").asString(""));
            text.append(artist.path("joinphrase").asString(""));
        }
        return text.toString();
    }

    private static String remark(JsonNode release) {
        var parts = new ArrayList<String>();
        for (JsonNode label : release.path("label-info").values()) {
            parts.add(label.path("label").path("name").asString(""));
            parts.add(label.path("catalog-number").asString(""));
        }
        parts.add(release.path("barcode").asString(""));
        parts.add(release.path("disambiguation").asString(""));
        return String.join(", ", parts.stream().filter(part -> !part.isBlank()).toList());
    }
}
