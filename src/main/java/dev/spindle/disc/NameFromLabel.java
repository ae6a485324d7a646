package dev.spindle.disc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes names of files from labels. Pure. */
public final class NameFromLabel {
    /** Leaves room for a number and endings within the 255 bytes of a name. */
    private static final int MOST_BYTES = 100;

    /** What some file system or shell can't have in a name. */
    private static final String AWKWARD = "/\\:*?\"<>|";

    /** Labels that mastering programs write when nobody names the disc; spaces for underscores. */
    private static final Set<String> GENERIC =
            Set.of(
                    "AUDIO CD",
                    "BD ROM",
                    "BDROM",
                    "BLU-RAY",
                    "BLURAY",
                    "CD",
                    "CD ROM",
                    "CD-ROM",
                    "CDROM",
                    "DATA",
                    "DATA DISC",
                    "DISC",
                    "DISK",
                    "DVD",
                    "DVD ROM",
                    "DVD VIDEO",
                    "DVD VIDEO RECORDING",
                    "DVD VOLUME",
                    "DVD-ROM",
                    "DVD-VIDEO",
                    "DVDROM",
                    "DVDVIDEO",
                    "DVDVOLUME",
                    "IMAGE",
                    "ISOIMAGE",
                    "LINUXUDF",
                    "LOGICAL VOLUME ID",
                    "MY DISC",
                    "NEW",
                    "NEW DISC",
                    "NEW VOLUME",
                    "NO NAME",
                    "NONAME",
                    "UDF",
                    "UDF VOLUME",
                    "UNDEFINED",
                    "UNNAMED",
                    "UNTITLED",
                    "VIDEO DVD",
                    "VOLUME",
                    "VOLUME ID",
                    "VOLUME IDENTIFIER");

    private NameFromLabel() {}

    /** The label as the base name of a file; empty where nothing is left of it. */
    public static Optional<String> of(String label) {
        var name = new StringBuilder();
        label.codePoints().map(c -> isAwkward(c) ? '_' : c).forEach(name::appendCodePoint);
        String trimmed = trim(cut(trim(name.toString())));
        return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
    }

    /** Whether the label says nothing about what is on the disc. */
    public static boolean isGeneric(String label) {
        String plain = label.replace('_', ' ').strip().toUpperCase(Locale.ROOT);
        return plain.isEmpty() || GENERIC.contains(plain);
    }

    /** Controls, and also what is invisible or turns the text around it. */
    private static boolean isAwkward(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> AWKWARD.indexOf(character) >= 0;
        };
    }

    /** Hidden files start with a dot; some file systems drop dots and spaces at the end. */
    private static String trim(String name) {
        return name.replaceAll("^[.\\s\\h]+|[.\\s\\h]+$", "");
    }

    private static String cut(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
