package dev.spindle.cli;

import dev.spindle.range.SizeText;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.WritebackRecord;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The record of a rip for people. Pure. */
final class ReportText {
    private static final int WIDTH = 60;
    private static final int MOST_STALLS = 20;

    private ReportText() {}

    static List<String> lines(RipRecord rip) {
        var lines = new ArrayList<String>();
        rip.verdict()
                .ifPresentOrElse(
                        verdict -> lines.addAll(VerdictText.lines(verdict)),
                        () -> lines.add("No verdict yet: the rip is " + rip.state().text() + "."));
        lines.add(VerdictText.row("state", rip.state().text()));
        lines.add(VerdictText.row("started", rip.startedAt() + ", process " + rip.pid()));
        lines.add(VerdictText.row("drive", drive(rip)));
        lines.add(VerdictText.row("disc", disc(rip)));
        lines.add(VerdictText.row("destination", rip.folder() + ", " + rip.fileSystem()));
        lines.add(VerdictText.row("asked for", askedFor(rip)));
        rip.waits().filter(waits -> !waits.isEmpty()).ifPresent(waits -> addWaits(lines, waits));
        addCharts(lines, rip.chart());
        addStalls(lines, rip.stalls());
        return lines;
    }

    private static String drive(RipRecord rip) {
        return (rip.drive().address() + " " + DriveText.who(rip.drive())).strip();
    }

    private static String disc(RipRecord rip) {
        String label = rip.discLabel().isEmpty() ? "" : "\"" + rip.discLabel() + "\", ";
        return label
                + Texts.bytes(rip.bytes())
                + " ("
                + rip.bytes()
                + " bytes), identity "
                + rip.discIdentity();
    }

    private static String askedFor(RipRecord rip) {
        WritebackRecord writeback = rip.writeback();
        String how = writeback.policy();
        if (!writeback.controller().equals("none")) {
            how +=
                    ", controller "
                            + writeback.controller()
                            + ", chunk "
                            + (writeback.chunkBytes() == 0
                                    ? "automatic"
                                    : SizeText.formatBinary(writeback.chunkBytes()));
        }
        String hashes = rip.hashes().isEmpty() ? "none" : String.join(",", rip.hashes());
        return how + ", hashes " + hashes;
    }

    private static void addWaits(List<String> lines, List<WaitPoint> waits) {
        double longest = waits.stream().mapToDouble(WaitPoint::highSeconds).max().orElse(0);
        lines.add(
                VerdictText.row(
                        "flush waits",
                        "longest "
                                + Texts.seconds(longest)
                                + ", at the end half took up to "
                                + Texts.seconds(waits.getLast().p50Seconds())
                                + " and 95 % up to "
                                + Texts.seconds(waits.getLast().p95Seconds())));
    }

    private static void addCharts(List<String> lines, List<ChartPoint> chart) {
        double top =
                chart.stream()
                        .mapToDouble(p -> Math.max(p.readRate(), p.confirmedRate()))
                        .max()
                        .orElse(0);
        if (top > 0) {
            lines.add("");
            lines.add(
                    "Throughput over "
                            + Texts.seconds(chart.getLast().seconds())
                            + ", darkest is "
                            + SizeText.formatRate(top)
                            + ":");
            lines.add(curve("read", chart, ChartPoint::readRate, top));
            lines.add(curve("confirmed", chart, ChartPoint::confirmedRate, top));
        }
    }

    private static String curve(
            String name, List<ChartPoint> chart, ToDoubleFunction<ChartPoint> value, double top) {
        return String.format(
                Locale.ROOT, "  %-12s |%s|", name, Sparkline.of(chart, value, top, WIDTH));
    }

    private static void addStalls(List<String> lines, List<Stall> stalls) {
        if (stalls.isEmpty()) {
            return;
        }
        var longest =
                stalls.stream()
                        .sorted(Comparator.comparingDouble(Stall::cost).reversed())
                        .limit(MOST_STALLS)
                        .sorted(Comparator.comparingDouble(Stall::startSeconds))
                        .toList();
        lines.add("");
        lines.add(
                longest.size() < stalls.size()
                        ? "The longest " + longest.size() + " of " + stalls.size() + " stalls:"
                        : "Stalls:");
        longest.forEach(stall -> lines.add(stall(stall)));
    }

    private static String duration(Stall stall) {
        String cost = Texts.seconds(stall.cost());
        return stall.waitedSeconds().isEmpty()
                ? cost
                : cost + " in small pieces within " + Texts.seconds(stall.seconds());
    }

    private static String stall(Stall stall) {
        String line =
                String.format(
                        Locale.ROOT,
                        "at %s %s stood still for %s: %s, %s",
                        Texts.seconds(stall.startSeconds()),
                        stall.thread(),
                        duration(stall),
                        VerdictText.name(stall.side()),
                        stall.cause());
        return "  " + Texts.oneLine(line);
    }
}
