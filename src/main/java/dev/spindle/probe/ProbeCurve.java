package dev.spindle.probe;

import java.util.List;

/**
 * The course of one pass, for a chart.
 *
 * @param policy as {@link ProbeProgress} names it
 * @param samples oldest first
 * @param stalls oldest first, one that goes on among them; of very many the longest
 */
public record ProbeCurve(String policy, List<ProbeSample> samples, List<ProbeStall> stalls) {
    public ProbeCurve {
        samples = List.copyOf(samples);
        stalls = List.copyOf(stalls);
    }
}
