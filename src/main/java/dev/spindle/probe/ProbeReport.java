package dev.spindle.probe;

import java.util.List;
import java.util.Optional;

/**
 * What a destination test came to.
 *
 * @param text one sentence: the forecast, or why there is none
 * @param folder that was tested
 * @param bytesPerSecond the pace of the stream
 * @param facts where they could be had
 * @param measures of the passes that were completed: the pipeline's first, then the plain one
 */
public record ProbeReport(
        Outcome outcome,
        String text,
        String folder,
        long bytesPerSecond,
        Optional<ProbeFacts> facts,
        List<ProbeMeasure> measures) {
    /** How it ended. */
    public enum Outcome {
        MEASURED(0),
        /** By the user. */
        STOPPED(3),
        /** The destination can't be written, or failed meanwhile. */
        FAILED(4);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public ProbeReport {
        measures = List.copyOf(measures);
    }
}
