package dev.spindle.cli;

import dev.spindle.rip.verify.HashCheck;
import dev.spindle.rip.verify.VerifyReport;

import java.util.ArrayList;
import java.util.List;

/** What came out of reading a rip back, for people: the sentence, then a line a hash. Pure. */
final class VerifyLines {
    private VerifyLines() {}

    static List<String> of(VerifyReport report) {
        var lines = new ArrayList<String>();
        lines.add(Texts.oneLine(report.text()));
        report.checks().forEach(check -> lines.add(line(check)));
        return lines;
    }

    private static String line(HashCheck check) {
        String known = check.known().hex() + " in " + check.known().source();
        return VerdictText.row(check.known().algorithm().text(), result(check, known));
    }

    private static String result(HashCheck check, String known) {
        if (check.isEqual()) {
            return "equal: " + known;
        }
        return check.foundHex().isEmpty()
                ? "missing or damaged: " + known
                : "differs: " + known + ", " + check.foundHex() + " on the device";
    }
}
