package dev.spindle.cli;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote.Topic;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.toc.Track;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A disc for people, in rows. Pure. */
final class DiscText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private DiscText() {}

    static List<String> rows(DiscFacts disc) {
        var rows = new ArrayList<String>();
        add(rows, "disc", DriveText.kind(disc.kind()));
        add(rows, "contains", String.join(", ", disc.details().structures()));
        add(rows, "label", disc.label().orElse(""));
        add(rows, "identity", disc.identity());
        disc.details().created().ifPresent(time -> add(rows, "created", time(time)));
        disc.details().modified().ifPresent(time -> add(rows, "modified", time(time)));
        addSizes(rows, disc);
        addTracks(rows, disc.details());
        disc.protection().ifPresent(name -> add(rows, "protected", name));
        return rows;
    }

    private static void addSizes(List<String> rows, DiscFacts disc) {
        add(rows, "size", size(disc.bytes()) + ", " + disc.sectors() + " sectors");
        DiscSizes sizes = disc.sizes();
        add(rows, "capacity", size(sizes.capacityBytes()));
        sizes.tocBytes().ifPresent(bytes -> add(rows, "TOC", size(bytes)));
        sizes.isoBytes().ifPresent(bytes -> add(rows, "ISO 9660", size(bytes)));
        sizes.udfBytes().ifPresent(bytes -> add(rows, "UDF", size(bytes)));
        for (var note : disc.details().notes()) {
            add(rows, note.topic() == Topic.TRUNCATED ? "truncated" : "note", NoteText.of(note));
        }
    }

    private static void addTracks(List<String> rows, DiscDetails details) {
        details.toc()
                .ifPresent(toc -> {
                    for (Track track : toc.tracks()) {
                        add(rows, "track " + track.number(), track(track));
                    }
                });
    }

    private static String track(Track track) {
        String what =
                switch (track.mode()) {
                    case AUDIO -> "audio";
                    case DATA -> "data";
                    case MODE_1 -> "data, Mode 1";
                    case MODE_2 -> "data, Mode 2";
                };
        return what
                + ", session "
                + track.session()
                + ", "
                + track.sectors()
                + " sectors from "
                + track.startLba();
    }

    private static void add(List<String> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(VerdictText.row(name, value));
        }
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String size(long bytes) {
        return Texts.bytes(bytes) + " (" + bytes + " bytes)";
    }
}
