package dev.spindle.ui.probe;

import dev.spindle.probe.ProbeAdvice;
import dev.spindle.probe.ProbeCurve;
import dev.spindle.probe.ProbeForecast;
import dev.spindle.probe.ProbeMeasure;
import dev.spindle.probe.ProbeProgress;
import dev.spindle.probe.ProbeReport;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A destination test in words. Pure. */
final class ProbeWords {
    /** A wait this long is told of while it lasts. */
    private static final double LONG_SECONDS = 2;

    private ProbeWords() {}

    /** What happens just now. */
    static String status(ProbeProgress now, List<ProbeCurve> curves) {
        if (now.policy().isEmpty() || now.totalBytes() <= 0) {
            return Texts.get("probe.status.looking");
        }
        String key = now.policy().equals("plain") ? "probe.status.plain" : "probe.status.pipeline";
        String text =
                Texts.format(key, Numbers.size(now.writtenBytes()), Numbers.size(now.totalBytes()));
        double waits = curves.isEmpty() ? 0 : openWaitSeconds(curves.getLast());
        if (waits >= LONG_SECONDS) {
            return text + " " + Texts.format("probe.status.stands", Numbers.seconds(waits));
        }
        return now.writtenBytes() >= now.totalBytes()
                ? text + " " + Texts.get("probe.status.device")
                : text;
    }

    /** How long the writer has been waiting by now; 0 where it is not. */
    private static double openWaitSeconds(ProbeCurve curve) {
        if (curve.stalls().isEmpty() || curve.samples().isEmpty()) {
            return 0;
        }
        var last = curve.stalls().getLast();
        double end = last.startSeconds() + last.seconds();
        // A wait that is over has samples behind it.
        return end >= curve.samples().getLast().seconds() ? last.seconds() : 0;
    }

    static List<String> figures(ProbeMeasure measure) {
        return List.of(
                Numbers.rate(measure.sustainedRate()),
                Numbers.seconds(measure.durableSeconds()),
                Numbers.duration(measure.longestStallSeconds()),
                Numbers.mebibytes(measure.peakUnconfirmedBytes()));
    }

    static Tone tone(ProbeReport report) {
        return switch (report.outcome()) {
            case STOPPED -> Tone.NEUTRAL;
            case FAILED -> Tone.DANGER;
            case MEASURED -> {
                var judged = forecast(report);
                boolean isCalm = judged.waits().isEmpty() && !judged.stopsAnyDrive();
                yield isCalm ? Tone.SUCCESS : Tone.WARNING;
            }
        };
    }

    static String verdict(ProbeReport report) {
        return switch (report.outcome()) {
            case STOPPED -> Texts.get("probe.stopped.text");
            case FAILED -> EngineWords.of(report.text());
            case MEASURED -> measured(report);
        };
    }

    private static ProbeForecast forecast(ProbeReport report) {
        return ProbeForecast.of(report.measures().getFirst(), report.bytesPerSecond());
    }

    private static String measured(ProbeReport report) {
        var pipeline = report.measures().getFirst();
        var judged = forecast(report);
        var parts = new ArrayList<String>();
        parts.add(
                Texts.format(
                        "probe.takes.text",
                        report.folder(),
                        Numbers.rate(pipeline.sustainedRate())));
        if (!judged.keeps().isEmpty()) {
            parts.add(Texts.format("probe.keeps.text", names(judged.keeps())));
        }
        if (!judged.waits().isEmpty()) {
            parts.add(Texts.format("probe.waits.text", names(judged.waits())));
        }
        if (judged.stopsAnyDrive()) {
            parts.add(Texts.get("probe.rest.text"));
        }
        ProbeAdvice.of(report).ifPresent(advice -> parts.add(compared(report, advice)));
        return String.join(" ", parts);
    }

    private static String compared(ProbeReport report, ProbeAdvice advice) {
        var plain = report.measures().getLast();
        return Texts.format(
                        "probe.compare.text",
                        Numbers.duration(report.measures().getFirst().longestStallSeconds()),
                        Numbers.duration(plain.longestStallSeconds()))
                + " "
                + Texts.format("probe.advice.text", Texts.of("policy", advice.policy(), "name"));
    }

    private static String names(List<ProbeForecast.Disc> discs) {
        return discs.stream()
                .map(disc -> Texts.of("disc-speed", disc, "name"))
                .collect(Collectors.joining(", "));
    }
}
