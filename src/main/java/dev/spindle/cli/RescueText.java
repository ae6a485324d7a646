package dev.spindle.cli;

import dev.spindle.rescue.RescueTally;
import dev.spindle.rip.record.RescueRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was done for damaged places, and which files miss sectors. Pure. */
final class RescueText {
    /** So many files get a line of their own; JSON has all of them. */
    private static final int FILES = 20;

    /** What did not come from the drive itself is told always. */
    private static final Set<String> OTHERS = Set.of(RescueTally.MERGED, RescueTally.SECOND_DRIVE);

    private RescueText() {}

    /** Nothing where every read went well. */
    static List<String> lines(RescueRecord rescue) {
        var lines = new ArrayList<String>();
        boolean anyFailed = rescue.means().values().stream().anyMatch(means -> means.failed() > 0);
        rescue.means()
                .forEach((name, means) -> {
                    if (anyFailed || OTHERS.contains(name)) {
                        lines.add(line(name, means));
                    }
                });
        rescue.badSectorsByFile().entrySet().stream()
                .limit(FILES)
                .forEach(file -> lines.add(damaged(file)));
        int more = rescue.badSectorsByFile().size() - FILES;
        if (more > 0) {
            lines.add(VerdictText.row("damaged", "and " + more + " more; --json names all"));
        }
        return lines;
    }

    private static String line(String name, RescueRecord.Means means) {
        String what =
                count(means.sectors(), "sector")
                        + " by "
                        + count(means.reads(), "read")
                        + ", "
                        + means.failed()
                        + " failed";
        return VerdictText.row(name, what);
    }

    private static String damaged(Map.Entry<String, Long> file) {
        return VerdictText.row("damaged", file.getKey() + ": " + count(file.getValue(), "sector"));
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
