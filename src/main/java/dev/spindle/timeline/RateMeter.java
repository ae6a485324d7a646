package dev.spindle.timeline;

import java.util.ArrayDeque;
import java.util.Deque;

/** A rate over the last seconds. One owner. */
public final class RateMeter {
    private final double windowSeconds;
    private final Deque<Point> points = new ArrayDeque<>();

    private record Point(double seconds, long bytes) {}

    public RateMeter(double windowSeconds) {
        this.windowSeconds = windowSeconds;
    }

    /** Takes a growing counter's value at a moment. */
    public void add(double seconds, long bytes) {
        // A clock of working time stands still for hours; its points must not pile up.
        if (points.size() > 1 && points.getLast().seconds >= seconds) {
            points.removeLast();
        }
        points.addLast(new Point(seconds, bytes));
        while (points.size() > 2 && seconds - points.getFirst().seconds > windowSeconds) {
            points.removeFirst();
        }
    }

    /** Bytes a second; 0 until there are two points. */
    public double bytesPerSecond() {
        if (points.size() < 2) {
            return 0;
        }
        var first = points.getFirst();
        var last = points.getLast();
        double span = last.seconds - first.seconds;
        return span <= 0 ? 0 : Math.max(0, last.bytes - first.bytes) / span;
    }
}
