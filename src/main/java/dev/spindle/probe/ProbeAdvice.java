package dev.spindle.probe;

import dev.spindle.writeback.PolicyChoice.Policy;

import java.util.Optional;

/**
 * How to write into a folder that was tested. Pure.
 *
 * @param policy the better one
 * @param stages whether a drive would have to wait, so that a faster folder first is worth it
 */
public record ProbeAdvice(Policy policy, boolean stages) {
    /** Less than this is chance. */
    private static final double CLEARLY_FASTER = 1.1;

    /** Nobody's ring runs empty or full over this. */
    private static final double CALM_SECONDS = 0.5;

    /**
     * The automatic choice, unless writing plainly was clearly faster and did not stall for it: it
     * bounds what a lost write or a power cut may cost. Empty where not both were measured.
     */
    public static Optional<ProbeAdvice> of(ProbeReport report) {
        if (report.outcome() != ProbeReport.Outcome.MEASURED || report.measures().size() < 2) {
            return Optional.empty();
        }
        ProbeMeasure pipeline = report.measures().getFirst();
        ProbeMeasure plain = report.measures().getLast();
        boolean isFaster = plain.sustainedRate() > pipeline.sustainedRate() * CLEARLY_FASTER;
        boolean isCalm =
                plain.longestStallSeconds()
                        <= Math.max(CALM_SECONDS, pipeline.longestStallSeconds());
        var forecast = ProbeForecast.of(pipeline, report.bytesPerSecond());
        return Optional.of(
                new ProbeAdvice(
                        isFaster && isCalm ? Policy.PLAIN : Policy.AUTO,
                        !forecast.waits().isEmpty() || forecast.stopsAnyDrive()));
    }
}
