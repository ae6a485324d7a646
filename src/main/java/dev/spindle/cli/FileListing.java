package dev.spindle.cli;

import dev.spindle.disc.tree.DiscTree;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipService;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of a disc, or why there are none to list.
 *
 * @param problem one sentence; empty where there is no file system
 */
record FileListing(Optional<DiscTree> tree, String problem) {
    static FileListing of(RipService service, DriveReport drive) {
        if (drive.disc().filter(disc -> disc.details().hasFiles()).isEmpty()) {
            return new FileListing(Optional.empty(), "");
        }
        try {
            return new FileListing(Optional.of(service.files(drive.address())), "");
        } catch (IOException refused) {
            return new FileListing(Optional.empty(), FileProblems.reason(refused));
        }
    }

    /** Their array, and behind it what is missing from it. */
    void printJson(Consumer<String> out) {
        if (tree.isEmpty()) {
            out.accept("null");
        } else {
            FilesJson.print(tree.get(), out);
        }
        var problems = Json.array();
        tree.ifPresent(t -> t.problems().forEach(problems::add));
        if (!problem.isEmpty()) {
            problems.add(problem);
        }
        if (!problems.isEmpty()) {
            out.accept(",\"filesProblems\":" + Json.line(problems));
        }
    }

    void printText(int most, Consumer<String> out) {
        if (!problem.isEmpty()) {
            out.accept(VerdictText.row("files", problem));
        }
        tree.ifPresent(t -> printText(t, most, out));
    }

    private static void printText(DiscTree tree, int most, Consumer<String> out) {
        var totals = tree.totals();
        out.accept(VerdictText.row("files", FilesText.summary(totals)));
        tree.problems().forEach(text -> out.accept(VerdictText.row("missing", text)));
        FilesText.print(tree, most, out);
        int entries = totals.files() + totals.folders() + totals.others();
        if (entries > most) {
            out.accept(VerdictText.row("", (entries - most) + " more; --files lists all"));
        }
    }
}
