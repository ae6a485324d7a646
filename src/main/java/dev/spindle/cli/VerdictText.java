package dev.spindle.cli;

import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.timeline.Side;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The verdict for people: its sentence, then the figures behind it. Pure. */
final class VerdictText {
    private VerdictText() {}

    static List<String> lines(VerdictRecord verdict) {
        var lines = new ArrayList<String>();
        lines.add(Texts.oneLine(verdict.text()));
        if (!verdict.file().isEmpty()) {
            lines.add(row("file", verdict.file()));
        }
        new TreeMap<>(verdict.hashes()).forEach((name, hex) -> lines.add(row(name, hex)));
        if (verdict.totalSeconds() > 0) {
            lines.add(row("time", time(verdict)));
            lines.add(row("stalled", stalled(verdict)));
            lines.add(row("writer", writer(verdict)));
            lines.add(row("writeback", writeback(verdict)));
        }
        if (verdict.badSectors() > 0) {
            lines.add(row("bad sectors", Long.toString(verdict.badSectors())));
        }
        verdict.rescue().ifPresent(rescue -> lines.addAll(RescueText.lines(rescue)));
        return lines;
    }

    /** A name and what it is, the latter in a column. */
    static String row(String name, String value) {
        return String.format(Locale.ROOT, "  %-12s %s", name, Texts.oneLine(value));
    }

    private static String time(VerdictRecord verdict) {
        String durable =
                verdict.durable() && verdict.durableSeconds() > 0
                        ? ", durable after " + Texts.seconds(verdict.durableSeconds())
                        : ", not durable";
        return Texts.seconds(verdict.totalSeconds())
                + ", read after "
                + Texts.seconds(verdict.readSeconds())
                + durable;
    }

    private static String stalled(VerdictRecord verdict) {
        return Arrays.stream(Side.values())
                .map(side ->
                        name(side)
                                + " "
                                + Texts.seconds(verdict.stalledSeconds().getOrDefault(side, 0.0)))
                .collect(Collectors.joining(", "));
    }

    /** What people call a side. */
    static String name(Side side) {
        return switch (side) {
            case DRIVE -> "drive";
            case STORAGE -> "storage";
            case USER -> "you";
            case SELF -> "Spindle";
        };
    }

    private static String writer(VerdictRecord verdict) {
        return "longest stall "
                + Texts.seconds(verdict.longestWriterStallSeconds())
                + ", 99.9 % up to "
                + Texts.seconds(verdict.p999WriterStallSeconds())
                + "; the drive waited "
                + Texts.seconds(verdict.readerWaitSeconds());
    }

    private static String writeback(VerdictRecord verdict) {
        String mechanism = verdict.mechanism().isEmpty() ? "" : " (" + verdict.mechanism() + ")";
        return verdict.policy()
                + mechanism
                + ", at most "
                + Texts.bytes(verdict.peakUnconfirmedBytes())
                + " unconfirmed, "
                + Texts.seconds(verdict.cpuSeconds())
                + " of processor time";
    }
}
