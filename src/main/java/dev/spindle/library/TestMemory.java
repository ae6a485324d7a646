package dev.spindle.library;

import dev.spindle.probe.ProbeMeasure;
import dev.spindle.probe.ProbeReport;

import java.time.Instant;
import java.util.Optional;

/**
 * What a destination test came to.
 *
 * @param at when it ended
 * @param paceBytesPerSecond of the stream that was written
 * @param rateBytesPerSecond what became durable through the pipeline
 * @param longestStallSeconds of the pipeline
 * @param plainLongestStallSeconds of the same stream written plainly
 */
public record TestMemory(
        Instant at,
        long paceBytesPerSecond,
        double rateBytesPerSecond,
        double longestStallSeconds,
        double plainLongestStallSeconds) {
    /** What to remember of a report; empty where not both passes were measured. */
    public static Optional<TestMemory> of(ProbeReport report, Instant at) {
        if (report.outcome() != ProbeReport.Outcome.MEASURED || report.measures().size() < 2) {
            return Optional.empty();
        }
        ProbeMeasure pipeline = report.measures().get(0);
        ProbeMeasure plain = report.measures().get(1);
        return Optional.of(
                new TestMemory(
                        at,
                        report.bytesPerSecond(),
                        pipeline.sustainedRate(),
                        pipeline.longestStallSeconds(),
                        plain.longestStallSeconds()));
    }
}
