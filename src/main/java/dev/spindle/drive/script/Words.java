package dev.spindle.drive.script;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The words of one line, taken from left to right; knows where it stands. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** A comment begins a line or follows a space, so that file names may hold the sign. */
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

    /** So many digits leave room to add and to multiply by the size of a sector. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    private final int lineNumber;
    private final String line;
    private String usage = "";
    private int next;

    Words(int lineNumber, String text) {
        this.lineNumber = lineNumber;
        this.line = COMMENT.matcher(text).replaceFirst("").stripTrailing();
        skipSpace();
    }

    boolean isEmpty() {
        return next == line.length();
    }

    /** What the statement looks like, for the mistakes from here on. */
    void expect(String statementUsage) {
        usage = "; write " + statementUsage;
    }

    String take(String what) {
        return take(what, Function.identity());
    }

    boolean isNext(String wanted) {
        var word = WORD.matcher(line);
        return word.find(next) && word.group().equals(wanted);
    }

    /** Takes the word if it is the next one. */
    boolean takeIf(String wanted) {
        if (!isNext(wanted)) {
            return false;
        }
        var _ = take(wanted);
        return true;
    }

    /** Takes the word, which must be the next one. */
    void require(String wanted) {
        if (isEmpty()) {
            throw mistake(wanted + " is missing" + usage);
        }
        if (!takeIf(wanted)) {
            end();
        }
    }

    Sectors takeSectors() {
        long lba = takeNumber("LBA", 0);
        return new Sectors(lba, takeNumber("COUNT", 1));
    }

    long takeNumber(String what, long least) {
        return take(
                what,
                text -> {
                    if (!NUMBER.matcher(text).matches() || Long.parseLong(text) < least) {
                        throw new IllegalArgumentException(
                                "'"
                                        + text
                                        + "' is no "
                                        + what
                                        + ", a whole number from "
                                        + least
                                        + usage);
                    }
                    return Long.parseLong(text);
                });
    }

    long takeRate() {
        return take("RATE", SizeText::parseRate);
    }

    Duration takeDuration(String what) {
        return take(what, DurationText::parse);
    }

    /** An optional {@code for DURATION}. */
    Optional<Duration> takeFor() {
        return takeIf("for") ? Optional.of(takeDuration("DURATION")) : Optional.empty();
    }

    /** Takes all that is left of the line, spaces included. */
    String takeRest(String what) {
        if (isEmpty()) {
            throw mistake(what + " is missing" + usage);
        }
        String rest = line.substring(next);
        next = line.length();
        return rest;
    }

    /** Makes sure that nothing is left. */
    void end() {
        if (!isEmpty()) {
            var word = WORD.matcher(line).region(next, line.length()).results().findFirst();
            throw mistake("'" + word.orElseThrow().group() + "' is not expected here" + usage);
        }
    }

    /** A mistake at the next word. */
    ScriptException mistake(String problem) {
        return new ScriptException(lineNumber, column(next), problem);
    }

    /** Takes a word and makes something of it; its mistakes are told with the word's place. */
    <T> T take(String what, Function<String, T> reading) {
        var word = WORD.matcher(line);
        if (!word.find(next)) {
            throw mistake(what + " is missing" + usage);
        }
        try {
            T value = reading.apply(word.group());
            next = word.end();
            skipSpace();
            return value;
        } catch (IllegalArgumentException problem) {
            throw mistake(String.valueOf(problem.getMessage()));
        }
    }

    private void skipSpace() {
        while (next < line.length() && Character.isWhitespace(line.charAt(next))) {
            next++;
        }
    }

    private static int column(int index) {
        return index + 1;
    }
}
