package dev.spindle.ui.charts;

import dev.spindle.probe.ProbeCurve;
import dev.spindle.probe.ProbeSample;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import java.util.ArrayList;
import java.util.List;

/**
 * One pass of a destination test as a chart. Pure.
 *
 * @param points what the stream brings, what was written, and what was confirmed
 * @param stalls waits of the writer
 */
public record ProbeChart(List<ChartPoint> points, List<Stall> stalls) {
    /** What is written after a wait comes in bursts, which must not make all else small. */
    private static final double MOST_PACES = 2;

    private static final double ABOVE_PACE = 1.1;

    public ProbeChart {
        points = List.copyOf(points);
        stalls = List.copyOf(stalls);
    }

    public static ProbeChart none() {
        return new ProbeChart(List.of(), List.of());
    }

    /** {@code pace} is the stream's, in bytes a second. */
    public static ProbeChart of(ProbeCurve curve, long pace) {
        var points = new ArrayList<ChartPoint>();
        double[] confirmed = confirmedRates(curve.samples());
        for (int i = 1; i < curve.samples().size(); i++) {
            var before = curve.samples().get(i - 1);
            var now = curve.samples().get(i);
            double seconds = now.seconds() - before.seconds();
            double written = (now.writtenBytes() - before.writtenBytes()) / seconds;
            long open = now.writtenBytes() - now.confirmedBytes();
            points.add(new ChartPoint(now.seconds(), pace, pace, written, confirmed[i], 0, open));
        }
        var stalls =
                curve.stalls().stream()
                        .map(s ->
                                new Stall(
                                        "writer", s.startSeconds(), s.seconds(), Side.STORAGE, ""))
                        .toList();
        return new ProbeChart(points, stalls);
    }

    /** What one barrier confirms was on its way since the barrier before. */
    private static double[] confirmedRates(List<ProbeSample> samples) {
        var rates = new double[samples.size()];
        int from = 0;
        for (int i = 1; i < samples.size(); i++) {
            long bytes = samples.get(i).confirmedBytes() - samples.get(from).confirmedBytes();
            if (bytes > 0) {
                double rate = bytes / (samples.get(i).seconds() - samples.get(from).seconds());
                for (int k = from + 1; k <= i; k++) {
                    rates[k] = rate;
                }
                from = i;
            }
        }
        return rates;
    }

    public double endSeconds() {
        double end = points.isEmpty() ? 0 : points.getLast().seconds();
        return stalls.isEmpty()
                ? end
                : Math.max(end, stalls.getLast().startSeconds() + stalls.getLast().seconds());
    }

    public double highestRate() {
        double pace = points.isEmpty() ? 0 : points.getFirst().readRate();
        double written = points.stream().mapToDouble(ChartPoint::writtenRate).max().orElse(0);
        return Math.max(pace * ABOVE_PACE, Math.min(written, pace * MOST_PACES));
    }
}
