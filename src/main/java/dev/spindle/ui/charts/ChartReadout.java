package dev.spindle.ui.charts;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the charts tell of one moment, in words. Pure. */
final class ChartReadout {
    private static final String BETWEEN = "  ·  ";

    /** As many figures as the values of a long rip have. */
    private static final double LONG_RIP_SECONDS = 9_999;

    private static final double RATE = 999.9e6;
    private static final long CHUNK_BYTES = 999L << 20;
    private static final double WAIT_SECONDS = 3_599;

    private ChartReadout() {}

    /** The values at a moment, those that there are. */
    static String at(ChartData data, double seconds) {
        var parts = new ArrayList<String>();
        parts.add(Numbers.clock(seconds));
        point(data, seconds)
                .ifPresent(point -> {
                    parts.add(rate("charts.read.value", point.readRate()));
                    parts.add(rate("charts.written.value", point.writtenRate()));
                    parts.add(rate("charts.confirmed.value", point.confirmedRate()));
                    parts.add(
                            Texts.format(
                                    "charts.chunk.value", Numbers.mebibytes(point.chunkBytes())));
                    parts.add(
                            Texts.format(
                                    "charts.unconfirmed.value",
                                    Numbers.mebibytes(point.unconfirmedBytes())));
                });
        waited(data, seconds)
                .ifPresent(wait ->
                        parts.add(
                                Texts.format(
                                        "charts.wait.value",
                                        Numbers.duration(wait.highSeconds()))));
        stall(data, seconds)
                .ifPresent(stall ->
                        parts.add(
                                Texts.format(
                                        "charts.stall.value",
                                        Texts.of("side", stall.side(), "name"),
                                        Numbers.duration(stall.cost()))));
        return String.join(BETWEEN, parts);
    }

    /** A readout of every value, each as long as usual: the place of one is kept by it. */
    static String longest() {
        double moment = LONG_RIP_SECONDS;
        var point = new ChartPoint(moment, RATE, RATE, RATE, RATE, CHUNK_BYTES, CHUNK_BYTES);
        var wait = new WaitPoint(moment, WAIT_SECONDS, WAIT_SECONDS, WAIT_SECONDS, WAIT_SECONDS);
        var side =
                Stream.of(Side.values())
                        .max(Comparator.comparingInt(s -> Texts.of("side", s, "name").length()))
                        .orElseThrow();
        var stall = new Stall("", moment, WAIT_SECONDS, side, "");
        return at(
                new ChartData(List.of(point), List.of(wait), List.of(stall), 0, moment, 0), moment);
    }

    private static String rate(String key, double bytesPerSecond) {
        return Texts.format(key, Numbers.rate(bytesPerSecond));
    }

    /** The point whose interval the moment lies in: the first that ends there or later. */
    static Optional<ChartPoint> point(ChartData data, double seconds) {
        return first(data.points(), ChartPoint::seconds, seconds);
    }

    /** The wait that went on at the moment or ended next, if that was soon. */
    private static Optional<WaitPoint> waited(ChartData data, double seconds) {
        double soon = (data.endSeconds() - data.startSeconds()) / 100;
        return first(data.waits(), WaitPoint::seconds, seconds)
                .filter(wait -> wait.seconds() - wait.highSeconds() <= seconds + soon);
    }

    /** The stall at the moment; of several the shortest, which is the hardest to see. */
    private static Optional<Stall> stall(ChartData data, double seconds) {
        return data.stalls().stream()
                .filter(s -> seconds >= s.startSeconds())
                .filter(s -> seconds <= s.startSeconds() + s.seconds())
                .min((a, b) -> Double.compare(a.seconds(), b.seconds()));
    }

    private static <P> Optional<P> first(List<P> points, ToDoubleFunction<P> when, double seconds) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (when.applyAsDouble(points.get(middle)) < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < points.size() ? Optional.of(points.get(low)) : Optional.empty();
    }
}
