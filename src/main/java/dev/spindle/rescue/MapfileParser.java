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

    private final List<MapBlock> blocks = new ArrayList<>();
    private boolean hasStatusLine;
    private long currentPosition;
    private char currentStatus;
    private long endBytes;

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
        blocks.forEach(block -> map.set(block.range(), block.status()));
        return new Mapfile(map, currentPosition, currentStatus);
    }

    private void statusLine(int lineNumber, String[] words) throws MapfileException {
        // ddrescue 1.21 and older wrote no pass; nothing here depends on it.
        if (words.length < 2 || words.length > 3) {
            throw new MapfileException(lineNumber, "a position and a status were expected");
        }
        currentPosition = number(lineNumber, words[0]);
        if (words[1].length() != 1 || PHASES.indexOf(words[1].charAt(0)) < 0) {
            throw new MapfileException(lineNumber, "'" + words[1] + "' is no current status");
        }
        currentStatus = words[1].charAt(0);
        hasStatusLine = true;
    }

    private void blockLine(int lineNumber, String[] words) throws MapfileException {
        if (words.length != 3 || words[2].length() != 1) {
            throw new MapfileException(lineNumber, "a position, a size and a status were expected");
        }
        long position = number(lineNumber, words[0]);
        long size = number(lineNumber, words[1]);
        if (position != endBytes || size == 0) {
            throw new MapfileException(lineNumber, "the blocks do not follow each other");
        }
        if (position > Long.MAX_VALUE - size) {
            throw new MapfileException(lineNumber, "the block is too long");
        }
        try {
            var status = SectorStatus.of(words[2].charAt(0));
            blocks.add(new MapBlock(ByteRange.at(position, size), status));
        } catch (IllegalArgumentException problem) {
            throw new MapfileException(lineNumber, String.valueOf(problem.getMessage()));
        }
        endBytes = position + size;
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
