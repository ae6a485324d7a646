package dev.spindle.rescue;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.MapfileText.Mapfile;
import dev.spindle.rescue.MapfileText.MapfileException;

import java.util.ArrayList;
import java.util.List;

/** Takes the lines of a map that hold something, in order. */
final class MapfileParser {
    /** Current status characters, "Mapfile structure" of ddrescue's manual. */
    private static final String PHASES = "?*/-FG+";

    private static final char COPYING = '?';

    private final List<Line> blocks = new ArrayList<>();
    private boolean hasStatusLine;
    private long currentPosition;
    private char currentStatus;
    private long endBytes;

    private record Line(ByteRange range, char symbol) {}

    void line(int lineNumber, String[] words) throws MapfileException {
        if (hasStatusLine) {
            blockLine(lineNumber, words);
        } else {
            statusLine(lineNumber, words);
        }
    }

    /**
     * The whole map.
     *
     * @param lineNumber of the last line
     */
    Mapfile end(int lineNumber) throws MapfileException {
        if (!hasStatusLine || blocks.isEmpty()) {
            throw new MapfileException(lineNumber, "it ends before its first block");
        }
        var map = new RescueMap(endBytes);
        for (Line block : blocks) {
            SectorStatus.of(block.symbol)
                    .ifPresentOrElse(
                            status -> map.set(block.range, status),
                            () -> map.setLetter(block.range, block.symbol));
        }
        return new Mapfile(map, currentPosition, currentStatus);
    }

    private void statusLine(int lineNumber, String[] words) throws MapfileException {
        // ddrescue 1.21 and older wrote no pass; nothing here depends on it.
        if (words.length < 2 || words.length > 3) {
            throw new MapfileException(lineNumber, "a position and a status were expected");
        }
        currentPosition = number(lineNumber, words[0]);
        if (!isSymbol(words[1])) {
            throw new MapfileException(lineNumber, "'" + words[1] + "' is no current status");
        }
        char status = words[1].charAt(0);
        currentStatus = PHASES.indexOf(status) < 0 ? COPYING : status;
        hasStatusLine = true;
    }

    private void blockLine(int lineNumber, String[] words) throws MapfileException {
        if (words.length != 3 || words[2].length() != 1) {
            throw new MapfileException(lineNumber, "a position, a size and a status were expected");
        }
        long position = number(lineNumber, words[0]);
        long size = number(lineNumber, words[1]);
        if (size == 0 || (position != endBytes && !blocks.isEmpty())) {
            throw new MapfileException(lineNumber, "the blocks do not follow each other");
        }
        if (position > Long.MAX_VALUE - size) {
            throw new MapfileException(lineNumber, "the block is too long");
        }
        if (!isSymbol(words[2])) {
            throw new MapfileException(lineNumber, "'" + words[2] + "' is no block status");
        }
        blocks.add(new Line(ByteRange.at(position, size), words[2].charAt(0)));
        endBytes = position + size;
    }

    /**
     * Programs of ddrescue's family add letters of their own. A digit is rather a number in the
     * wrong place, and what can't be seen is damage.
     */
    private static boolean isSymbol(String word) {
        return word.length() == 1
                && word.charAt(0) > ' '
                && word.charAt(0) < 0x7F
                && !Character.isDigit(word.charAt(0));
    }

    /** Decimal, octal with a leading 0, or hexadecimal with a leading 0x, as C reads them. */
    private static long number(int lineNumber, String word) throws MapfileException {
        try {
            long value = Long.decode(word);
            if (value < 0) {
                throw new MapfileException(lineNumber, "'" + word + "' is negative");
            }
            return value;
        } catch (NumberFormatException problem) {
            throw new MapfileException(lineNumber, "'" + word + "' is no number");
        }
    }
}
