package dev.spindle.rescue;

import dev.spindle.range.ByteRange;

import java.util.List;
import java.util.Locale;

/**
 * The text form of a map, as GNU ddrescue reads and writes it.
 *
 * @see <a href="https://www.gnu.org/software/ddrescue/manual/ddrescue_manual.html">Mapfile
 *     structure</a>
 */
public final class MapfileText {
    private MapfileText() {}

    /** A mapfile that can't be used. The message is one sentence with the line's number. */
    public static final class MapfileException extends Exception {
        private static final long serialVersionUID = 1L;

        MapfileException(int line, String what) {
            super("line " + line + " of the map: " + what);
        }
    }

    /**
     * A map and what its status line says.
     *
     * @param currentPosition where the work stood, in bytes
     * @param currentStatus ddrescue's phase character
     */
    public record Mapfile(RescueMap map, long currentPosition, char currentStatus) {}

    /**
     * Writes a map.
     *
     * @param comments lines without the leading {@code #}
     */
    public static String format(
            RescueMap map, long currentPosition, char currentStatus, List<String> comments) {
        var text = new StringBuilder("# Mapfile. Created by Spindle\n");
        comments.forEach(comment -> text.append("# ").append(comment).append('\n'));
        text.append("# current_pos  current_status  current_pass\n");
        text.append(
                String.format(
                        Locale.ROOT,
                        "0x%08X     %c               1\n",
                        currentPosition,
                        currentStatus));
        text.append("#      pos        size  status\n");
        for (MapBlock block : map.blocks()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "0x%08X  0x%08X  %c\n",
                            block.range().startBytes(),
                            block.range().lengthBytes(),
                            block.status().symbol()));
        }
        return text.toString();
    }

    /**
     * Reads a map. Blocks must follow each other without gap or overlap, from 0 on.
     *
     * @throws MapfileException with one sentence for the user
     */
    public static Mapfile parse(String text) throws MapfileException {
        var parser = new MapfileParser();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                parser.line(number, content.split("\\s+"));
            }
        }
        return parser.end(number);
    }

    /** Takes the lines that hold something, in order. */
    private static final class MapfileParser {
        private final java.util.ArrayList<MapBlock> blocks = new java.util.ArrayList<>();
        private boolean hasStatusLine;
        private long currentPosition;
        private char currentStatus;
        private long end;

        void line(int number, String[] words) throws MapfileException {
            if (!hasStatusLine) {
                statusLine(number, words);
            } else {
                blockLine(number, words);
            }
        }

        private void statusLine(int number, String[] words) throws MapfileException {
            // ddrescue 1.21 and older wrote no pass.
            if (words.length < 2 || words.length > 3 || words[1].length() != 1) {
                throw new MapfileException(number, "a position and a status were expected");
            }
            currentPosition = number(number, words[0]);
            currentStatus = words[1].charAt(0);
            hasStatusLine = true;
        }

        private void blockLine(int number, String[] words) throws MapfileException {
            if (words.length != 3 || words[2].length() != 1) {
                throw new MapfileException(number, "a position, a size and a status were expected");
            }
            long position = number(number, words[0]);
            long size = number(number, words[1]);
            if (position != end || size <= 0 || position > Long.MAX_VALUE - size) {
                throw new MapfileException(number, "the blocks do not follow each other");
            }
            try {
                var status = SectorStatus.of(words[2].charAt(0));
                blocks.add(new MapBlock(ByteRange.at(position, size), status));
            } catch (IllegalArgumentException problem) {
                throw new MapfileException(number, String.valueOf(problem.getMessage()));
            }
            end = position + size;
        }

        private static long number(int line, String word) throws MapfileException {
            try {
                long value = Long.decode(word);
                if (value < 0) {
                    throw new MapfileException(line, "'" + word + "' is negative");
                }
                return value;
            } catch (NumberFormatException problem) {
                throw new MapfileException(line, "'" + word + "' is no number");
            }
        }

        Mapfile end(int number) throws MapfileException {
            if (!hasStatusLine || blocks.isEmpty()) {
                throw new MapfileException(number, "it ends before its first block");
            }
            var map = new RescueMap(end);
            blocks.forEach(block -> map.set(block.range(), block.status()));
            return new Mapfile(map, currentPosition, currentStatus);
        }
    }
}
