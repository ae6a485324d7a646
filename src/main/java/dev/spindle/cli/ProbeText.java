package dev.spindle.cli;

import dev.spindle.probe.ProbeAdvice;
import dev.spindle.probe.ProbeFacts;
import dev.spindle.probe.ProbeMeasure;
import dev.spindle.probe.ProbeReport;
import dev.spindle.range.SizeText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a destination test came to, for people: the sentence, the facts, a column a pass. Pure. */
final class ProbeText {
    private ProbeText() {}

    static List<String> lines(ProbeReport report) {
        var lines = new ArrayList<String>();
        lines.add(Texts.oneLine(report.text()));
        lines.add(VerdictText.row("folder", report.folder()));
        report.facts().ifPresent(facts -> addFacts(lines, facts, report));
        ProbeAdvice.of(report)
                .ifPresent(advice -> lines.add(VerdictText.row("settings", settings(advice))));
        if (!report.measures().isEmpty()) {
            addMeasures(lines, report.measures());
        }
        return lines;
    }

    private static String settings(ProbeAdvice advice) {
        String policy = "--policy " + advice.policy().name().toLowerCase(Locale.ROOT);
        return advice.stages()
                ? policy + "; --staging DIR, with a folder on a faster disk, frees the drive sooner"
                : policy;
    }

    private static void addFacts(List<String> lines, ProbeFacts facts, ProbeReport report) {
        lines.add(
                VerdictText.row(
                        "file system", facts.kind().name() + " (" + facts.kind().family() + ")"));
        String limit =
                facts.fileLimitBytes() == Long.MAX_VALUE
                        ? "no limit that matters"
                        : Texts.bytes(facts.fileLimitBytes());
        lines.add(
                VerdictText.row(
                        "room", Texts.bytes(facts.freeBytes()) + " free, largest file " + limit));
        if (!report.measures().isEmpty()) {
            lines.add(VerdictText.row("renaming", facts.renames() ? "works" : "does not work"));
            var first = report.measures().getFirst();
            String why = first.reason().isEmpty() ? "" : ": " + first.reason();
            lines.add(VerdictText.row("mechanism", first.mechanism() + why));
        }
        lines.add(VerdictText.row("stream", SizeText.formatRate((double) report.bytesPerSecond())));
    }

    private static void addMeasures(List<String> lines, List<ProbeMeasure> measures) {
        lines.add("");
        add(lines, "", measures, ProbeMeasure::policy);
        add(lines, "bytes", measures, m -> Texts.bytes(m.bytes()));
        add(lines, "written after", measures, m -> Texts.seconds(m.writtenSeconds()));
        add(lines, "durable after", measures, m -> Texts.seconds(m.durableSeconds()));
        add(lines, "sustained rate", measures, m -> SizeText.formatRate(m.sustainedRate()));
        add(lines, "longest stall", measures, m -> Texts.seconds(m.longestStallSeconds()));
        add(lines, "99.9 % up to", measures, m -> Texts.seconds(m.p999StallSeconds()));
        add(lines, "unconfirmed peak", measures, m -> Texts.bytes(m.peakUnconfirmedBytes()));
        add(lines, "longest commit", measures, m -> Texts.seconds(m.longestCommitSeconds()));
        add(lines, "last commit", measures, m -> Texts.seconds(m.lastCommitSeconds()));
    }

    private static void add(
            List<String> lines,
            String name,
            List<ProbeMeasure> measures,
            Function<ProbeMeasure, String> value) {
        var line = new StringBuilder(String.format(Locale.ROOT, "  %-17s", name));
        measures.forEach(m -> line.append(String.format(Locale.ROOT, " %-12s", value.apply(m))));
        lines.add(line.toString().stripTrailing());
    }
}
