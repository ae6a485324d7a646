package dev.spindle.ui.disc;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.sector.Sector;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A disc in words.
 *
 * @param identity its first digits, enough to tell discs apart at a glance
 * @param contents file systems, date and tracks, in one line
 * @param sizes what drive and file systems say the size is, in one line
 * @param notes what comparing those brought, and what else the user should know
 * @param protection a notice; empty where none is known
 */
public record DiscSummary(
        String kind,
        String label,
        String size,
        String identity,
        String fullIdentity,
        String contents,
        String sizes,
        List<Note> notes,
        String protection) {
    /** A sentence and how serious it is. */
    public record Note(Tone tone, String text) {}

    private static final int SHORT_IDENTITY_DIGITS = 12;
    private static final String BETWEEN = "  ·  ";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());

    public DiscSummary {
        notes = List.copyOf(notes);
    }

    public static DiscSummary of(DiscFacts disc) {
        String identity = disc.identity();
        return new DiscSummary(
                Texts.of("disc-kind", disc.kind(), "name"),
                disc.label().filter(s -> !s.isBlank()).orElse(Texts.get("disc.label.none")),
                Numbers.exactSize(disc.bytes()),
                identity.substring(0, Math.min(SHORT_IDENTITY_DIGITS, identity.length())),
                identity,
                contents(disc.details()),
                sizes(disc.sizes()),
                disc.details().notes().stream().map(DiscSummary::note).toList(),
                disc.protection()
                        .map(p -> Texts.format("disc.protection.notice", EngineWords.of(p)))
                        .orElse(""));
    }

    private static String contents(DiscDetails details) {
        var parts = new ArrayList<String>();
        if (!details.structures().isEmpty()) {
            parts.add(
                    String.join(", ", details.structures().stream().map(EngineWords::of).toList()));
        }
        details.created()
                .ifPresent(t -> parts.add(Texts.format("disc.created.text", DATE.format(t))));
        details.toc()
                .ifPresent(toc ->
                        parts.add(
                                Texts.format(
                                        "disc.tracks.text",
                                        Integer.toString(toc.tracks().size()))));
        return parts.isEmpty() ? Texts.get("disc.sizes.absent") : String.join(BETWEEN, parts);
    }

    private static String sizes(DiscSizes sizes) {
        var parts = new ArrayList<String>();
        parts.add(Texts.format("disc.sizes.capacity", Numbers.size(sizes.capacityBytes())));
        sizes.tocBytes()
                .ifPresent(bytes -> parts.add(Texts.format("disc.sizes.toc", Numbers.size(bytes))));
        parts.add(Texts.format("disc.sizes.iso", orNone(sizes.isoBytes())));
        parts.add(Texts.format("disc.sizes.udf", orNone(sizes.udfBytes())));
        return String.join(BETWEEN, parts);
    }

    private static String orNone(OptionalLong bytes) {
        return bytes.isPresent() ? Numbers.size(bytes.getAsLong()) : Texts.get("disc.sizes.absent");
    }

    private static Note note(DiscNote note) {
        String text =
                Texts.of("disc-note", note.topic(), "text")
                        .replace("{0}", Long.toString(note.sectors()))
                        .replace("{1}", Numbers.size(note.sectors() * Sector.BYTES))
                        .replace("{2}", sectors(note.sectors()));
        return new Note(tone(note.topic()), text);
    }

    private static String sectors(long count) {
        return count == 1
                ? Texts.get("disc.sectors.one")
                : Texts.format("disc.sectors.many", Long.toString(count));
    }

    private static Tone tone(DiscNote.Topic topic) {
        return switch (topic) {
            case AGREES, PADDING, RUN_OUT -> Tone.SUCCESS;
            default -> topic.isWarning() ? Tone.WARNING : Tone.NEUTRAL;
        };
    }
}
