package dev.spindle.ui;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitHistory;
import dev.spindle.timeline.WaitPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Rates, chunks and stalls of a rip that had trouble with everybody. */
final class ExampleCharts {
    private static final long MIB = 1 << 20;

    private ExampleCharts() {}

    static List<Stall> stalls(double until) {
        var all =
                List.of(
                        new Stall("writer", 12.2, 0.34, Side.STORAGE, "disk throughput"),
                        new Stall("reader", 31.0, 6.1, Side.DRIVE, "bad spot at sector 271 344"),
                        new Stall("writer", 52.7, 0.09, Side.STORAGE, "disk throughput"),
                        new Stall("writer", 53.4, 0.21, Side.STORAGE, "disk throughput"),
                        new Stall("reader", 66.0, 4.8, Side.USER, "paused"),
                        new Stall("all", 80.1, 1.4, Side.SELF, "the program was not running"),
                        new Stall(
                                "writer", 92.0, 7.9, Side.STORAGE, "the disk answered no request"),
                        new Stall("writer", 108.3, 14.2, Side.STORAGE, "disk throughput"),
                        new Stall(
                                "reader",
                                127.8,
                                0.9,
                                Side.STORAGE,
                                "the drive waited: the destination did not keep up",
                                Optional.empty(),
                                Optional.of(0.4)));
        return all.stream().filter(stall -> stall.startSeconds() < until).toList();
    }

    static List<WaitPoint> waits(double seconds, List<Stall> stalls) {
        var random = new SplittableRandom(2);
        var history = new WaitHistory();
        for (double at = 0.4; at < seconds; at += 0.3) {
            double now = at;
            var stall =
                    stalls.stream()
                            .filter(s -> s.side() == Side.STORAGE)
                            .filter(s -> now >= s.startSeconds())
                            .filter(s -> now < s.startSeconds() + s.seconds())
                            .findFirst();
            at = stall.map(s -> s.startSeconds() + s.seconds()).orElse(at);
            double usual = 0.03 * Math.pow(8, random.nextDouble(-1, 1));
            history.add(at, stall.map(Stall::seconds).orElse(usual));
        }
        return history.points();
    }

    static ChartWindows closeUps(double seconds, List<Stall> stalls) {
        var points = points(seconds, stalls);
        var waits = waits(seconds, stalls);
        return new ChartWindows(
                points.stream().filter(p -> seconds - p.seconds() <= 60).toList(),
                points,
                waits.stream().filter(p -> seconds - p.seconds() <= 60).toList(),
                waits);
    }

    static List<ChartPoint> points(double seconds, List<Stall> stalls) {
        var random = new SplittableRandom(1);
        var points = new ArrayList<ChartPoint>();
        int count = 300;
        long chunk = 32 * MIB;
        for (int i = 1; i <= count; i++) {
            double at = seconds * i / count;
            boolean stalled =
                    stalls.stream()
                            .anyMatch(s ->
                                    s.seconds() > 0.8
                                            && at >= s.startSeconds()
                                            && at <= s.startSeconds() + s.seconds());
            if (at > 95 && chunk < 128 * MIB && i % 20 == 0) {
                chunk *= 2;
            }
            double read = stalled ? 1e6 * random.nextDouble() : 19e6 + 3e6 * random.nextDouble();
            double confirmed = stalled ? 0 : 15e6 + 12e6 * random.nextDouble();
            points.add(
                    new ChartPoint(
                            at,
                            read,
                            read * (0.6 + 0.3 * random.nextDouble()),
                            stalled ? 0 : read + 1e6,
                            confirmed,
                            chunk,
                            (long) (chunk * (0.4 + 0.9 * random.nextDouble()))));
        }
        return points;
    }
}
