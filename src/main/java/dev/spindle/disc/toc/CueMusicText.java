package dev.spindle.disc.toc;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;

import java.util.Locale;

/** The statements of a cue sheet about music. Pure. */
public final class CueMusicText {
    private CueMusicText() {}

    /** What stands before the first FILE. */
    public static void addDisc(StringBuilder text, MediumMusic music) {
        music.catalogue().ifPresent(number -> text.append("CATALOG ").append(number).append('\n'));
        add(text, music.text(), "");
    }

    /** What stands between a TRACK and its INDEX. */
    public static void addTrack(StringBuilder text, TrackMusic track) {
        var flags = new StringBuilder();
        if (track.isCopyPermitted()) {
            flags.append(" DCP");
        }
        if (track.hasPreEmphasis()) {
            flags.append(" PRE");
        }
        if (!flags.isEmpty()) {
            text.append("    FLAGS").append(flags).append('\n');
        }
        add(text, track.text(), "    ");
        track.isrc().ifPresent(code -> text.append("    ISRC ").append(code).append('\n'));
    }

    private static void add(StringBuilder text, MusicText words, String indent) {
        add(text, indent, "TITLE", words.title());
        add(text, indent, "PERFORMER", words.performer());
        add(text, indent, "SONGWRITER", words.songwriter());
    }

    private static void add(StringBuilder text, String indent, String word, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%s%s %s%n", indent, word, quoted(value)));
        }
    }

    /** There is no way to write a quotation mark within a quotation. */
    public static String quoted(String value) {
        return '"' + value.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ") + '"';
    }
}
