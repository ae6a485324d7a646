package dev.spindle.ui.common;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text and the places where it may fall into pieces. */
record EnginePieces(String text, List<MatchResult> breaks) {
    /** The end of a sentence, and what joins several of them. */
    static final Pattern SENTENCES = Pattern.compile("(?<=[.?!]) |; |: ");

    /** The same, and what joins the parts of a list. */
    static final Pattern LIST = Pattern.compile("(?<=[.?!]) |; |: |, ");

    /** A text with more is none of the engine's, and would take long. */
    private static final int MOST_BREAKS = 40;

    static EnginePieces of(String text, Pattern pattern) {
        return new EnginePieces(text, pattern.matcher(text).results().limit(MOST_BREAKS).toList());
    }

    int last() {
        return breaks.size();
    }

    /** From one piece to another, both included. */
    String span(int first, int last) {
        int start = first == 0 ? 0 : breaks.get(first - 1).end();
        return text.substring(start, last == last() ? text.length() : breaks.get(last).start());
    }

    /** What stands behind a piece that is not the last one. */
    String behind(int piece) {
        return breaks.get(piece).group();
    }
}
