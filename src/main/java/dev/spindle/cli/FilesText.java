package dev.spindle.cli;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.disc.tree.DiscTree;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.function.Consumer;

/** The files of a disc for people: a summary, then one line each. Pure. */
final class FilesText {
    /** So many lines are shown where not all are asked for. */
    static final int FEW = 40;

    private record Line(int depth, DiscEntry entry) {}

    private FilesText() {}

    static String summary(DiscTree.Totals totals) {
        String others = totals.others() == 0 ? "" : ", " + count(totals.others(), "other entry");
        return count(totals.files(), "file")
                + " in "
                + count(totals.folders(), "folder")
                + others
                + ", "
                + Texts.bytes(totals.fileBytes());
    }

    private static String count(int number, String what) {
        String plural =
                what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return number + " " + (number == 1 ? what : plural);
    }

    /**
     * Prints the entries as they stand in each other.
     *
     * @param most so many lines
     */
    static void print(DiscTree tree, int most, Consumer<String> out) {
        var open = new ArrayDeque<Line>();
        push(open, tree.root(), 0);
        for (int lines = 0; lines < most && !open.isEmpty(); lines++) {
            Line line = open.pop();
            out.accept(line(line));
            if (line.entry() instanceof DiscFolder folder) {
                push(open, folder, line.depth() + 1);
            }
        }
    }

    private static void push(ArrayDeque<Line> open, DiscFolder folder, int depth) {
        folder.entries().reversed().forEach(entry -> open.push(new Line(depth, entry)));
    }

    private static String line(Line line) {
        String indented = "  ".repeat(line.depth()) + Texts.oneLine(name(line.entry()));
        String size = line.entry() instanceof DiscFile file ? Texts.bytes(file.sizeBytes()) : "";
        return String.format(Locale.ROOT, "  %12s %s", size, indented);
    }

    private static String name(DiscEntry entry) {
        return switch (entry) {
            case DiscFile file ->
                    file.name() + file.obstacle().map(why -> "  (" + why + ")").orElse("");
            case DiscFolder folder -> folder.name() + "/";
            case DiscLink link -> link.name() + " -> " + link.target();
            case DiscSpecial special -> special.name() + "  (" + what(special.kind()) + ")";
        };
    }

    private static String what(DiscSpecial.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
