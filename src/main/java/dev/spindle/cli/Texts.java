package dev.spindle.cli;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;

import java.time.Duration;

/** Small pieces of text for people. */
final class Texts {
    private Texts() {}

    /** Without control characters, which could command the terminal; lines and tabs stay. */
    static String harmless(String text) {
        var harmless = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c)
                .forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    /** On one line. */
    static String oneLine(String text) {
        return harmless(text.replaceAll("\\s*\\R\\s*", " ").replace('\t', ' ').strip());
    }

    static String bytes(long bytes) {
        return SizeText.format((double) bytes);
    }

    static String seconds(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return "?";
        }
        return DurationText.format(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** What a problem says, or at least what it is. */
    static String reason(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : oneLine(message);
    }
}
