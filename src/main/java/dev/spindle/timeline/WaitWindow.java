package dev.spindle.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The waits for chunks of the latest time, at most 600 points: those of one interval become one,
 * which keeps the shortest and the longest. One owner.
 */
public final class WaitWindow {
    private final double windowSeconds;
    private final Deque<WaitPoint> points = new ArrayDeque<>();

    /** A window of this length that ends with the latest wait. */
    public WaitWindow(double windowSeconds) {
        this.windowSeconds = windowSeconds;
    }

    void add(WaitPoint point) {
        if (!points.isEmpty() && interval(points.getLast()) == interval(point)) {
            points.addLast(WaitHistory.merge(points.removeLast(), point));
        } else {
            points.addLast(point);
        }
        while (points.size() > WaitHistory.MOST_POINTS
                || point.seconds() - points.getFirst().seconds() > windowSeconds) {
            points.removeFirst();
        }
    }

    /** All points, oldest first. */
    public List<WaitPoint> points() {
        return List.copyOf(points);
    }

    private long interval(WaitPoint point) {
        return (long) (point.seconds() * WaitHistory.MOST_POINTS / windowSeconds);
    }
}
