package dev.spindle.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The waits for chunks of a whole rip, never more than 600 points: when there are more, two
 * neighbours become one, which keeps the shortest and the longest wait of both. One owner.
 */
public final class WaitHistory {
    static final int MOST_POINTS = 600;

    /** The percentiles are those of so many latest waits: they follow, and stay calm. */
    static final int WINDOW = 64;

    private static final int P50 = 50;
    private static final int P95 = 95;

    private final List<WaitPoint> points = new ArrayList<>();
    private final Deque<Double> window = new ArrayDeque<>();
    private final List<WaitPoint> growing = new ArrayList<>(1);
    private int waitsInGrowing;
    private int waitsInPoint = 1;
    private final List<WaitWindow> windows;

    /** A history of its own. */
    public WaitHistory() {
        this(List.of());
    }

    /** A history that hands each wait on to windows over the latest time. */
    public WaitHistory(List<WaitWindow> windows) {
        this.windows = List.copyOf(windows);
    }

    /**
     * Takes one wait.
     *
     * @param seconds when it ended, since the start of the rip; never before an earlier one
     * @param waitSeconds how long it took
     */
    public void add(double seconds, double waitSeconds) {
        window.addLast(waitSeconds);
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
        double[] sorted = window.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var point =
                new WaitPoint(
                        seconds,
                        waitSeconds,
                        waitSeconds,
                        percentile(sorted, P50),
                        percentile(sorted, P95));
        windows.forEach(each -> each.add(point));
        var grown = growing.isEmpty() ? point : merge(growing.removeLast(), point);
        growing.add(grown);
        waitsInGrowing++;
        if (waitsInGrowing >= waitsInPoint) {
            close();
        }
    }

    /** All points, oldest first, the one that is still growing included. */
    public List<WaitPoint> points() {
        var all = new ArrayList<>(points);
        all.addAll(growing);
        return List.copyOf(all);
    }

    private void close() {
        points.addAll(growing);
        growing.clear();
        waitsInGrowing = 0;
        if (points.size() >= MOST_POINTS) {
            halve();
        }
    }

    private void halve() {
        var merged = new ArrayList<WaitPoint>(points.size() / 2);
        for (int i = 0; i + 1 < points.size(); i += 2) {
            merged.add(merge(points.get(i), points.get(i + 1)));
        }
        points.clear();
        points.addAll(merged);
        waitsInPoint *= 2;
    }

    static WaitPoint merge(WaitPoint a, WaitPoint b) {
        return new WaitPoint(
                b.seconds(),
                Math.min(a.lowSeconds(), b.lowSeconds()),
                Math.max(a.highSeconds(), b.highSeconds()),
                b.p50Seconds(),
                b.p95Seconds());
    }

    /** The nearest rank: the smallest value that so many of a hundred don't exceed. */
    private static double percentile(double[] sorted, int hundredths) {
        int rank = (sorted.length * hundredths + 99) / 100;
        return sorted[rank - 1];
    }
}
