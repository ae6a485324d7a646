package dev.spindle.rip.files;

import dev.spindle.rip.record.RipRecordText;

import java.nio.charset.StandardCharsets;

/** Names to try, one after the other: {@code NAME}, {@code NAME-2}, {@code NAME-3}, … Pure. */
public final class NameCandidates {
    /** More discs of one label in one folder than anybody has. */
    public static final int MOST = 9999;

    /** NAME_MAX of linux/limits.h, less the longest ending, {@code .rip.json.tmp}. */
    private static final int MOST_BYTES = 255 - (RipRecordText.ENDING + ".tmp").length();

    private NameCandidates() {}

    /**
     * The n-th name.
     *
     * @param n from 1
     */
    public static String name(String base, int n) {
        String ending = n == 1 ? "" : "-" + n;
        String cut = base;
        while (bytes(cut) + ending.length() > MOST_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
