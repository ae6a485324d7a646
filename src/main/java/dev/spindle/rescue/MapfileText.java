package dev.spindle.rescue;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
     * @param currentStatus ddrescue's phase character; {@code ?} in place of another program's
     */
    public record Mapfile(RescueMap map, long currentPosition, char currentStatus) {}

    /**
     * Writes a map.
     *
     * @param comments lines without the leading {@code #}; a line break in one becomes a space
     */
    public static String format(
            RescueMap map, long currentPosition, char currentStatus, List<String> comments) {
        var text = new StringBuilder("# Mapfile. Created by Spindle\n");
        comments.forEach(comment -> text.append("# ").append(oneLine(comment)).append('\n'));
        text.append("# current_pos  current_status  current_pass\n");
        text.append(
                String.format(
                        Locale.ROOT,
                        "0x%08X     %c               1\n",
                        currentPosition,
                        currentStatus));
        text.append("#      pos        size  status\n");
        symbols(map)
                .forEach((range, symbol) ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "0x%08X  0x%08X  %c\n",
                                        range.startBytes(),
                                        range.lengthBytes(),
                                        symbol)));
        return text.toString();
    }

    /** All blocks in order with their characters, other programs' letters among them. */
    private static Map<ByteRange, Character> symbols(RescueMap map) {
        var letters = map.letters();
        var lettered = new RangeSet();
        letters.values().forEach(lettered::addAll);
        var symbols =
                new TreeMap<ByteRange, Character>(Comparator.comparingLong(ByteRange::startBytes));
        for (MapBlock block : map.blocks()) {
            lettered.gaps(block.range())
                    .ranges()
                    .forEach(range -> symbols.put(range, block.status().symbol()));
        }
        letters.forEach((letter, set) -> set.ranges().forEach(range -> symbols.put(range, letter)));
        return symbols;
    }

    /** A comment must not become a line of the map. */
    private static String oneLine(String comment) {
        return comment.replaceAll("\\R", " ");
    }

    /**
     * Reads a map. Blocks must follow each other without gap or overlap; what lies before the first
     * one, which another program was not to read, was not tried. So was a block with a letter that
     * only another program knows.
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
}
