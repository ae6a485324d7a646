package dev.spindle.ui;

import dev.spindle.os.FileSystemKind;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.DiscMapper;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.run.Activity;
import dev.spindle.timeline.ChartHistory;
import dev.spindle.timeline.ChartWindow;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitHistory;
import dev.spindle.timeline.WaitWindow;
import dev.spindle.writeback.PolicyStatus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A rip of many hours on a scratched disc and a slow disk, as its snapshots tell it: ten samples a
 * second into the histories that the engine keeps.
 */
final class SimulatedRip {
    private static final long SIZE = 25_025_314_816L;
    private static final int MOST_STALLS = 200;
    private static final double TICK_SECONDS = 0.1;

    private static final List<Side> SIDES = List.of(Side.values());
    private static final List<Health> HEALTHS = List.of(Health.values());

    private final SplittableRandom random;
    private final double hours;
    private final ChartHistory chart = new ChartHistory();
    private final ChartWindow minute = new ChartWindow(ChartWindows.MINUTE_SECONDS);
    private final ChartWindow tenMinutes = new ChartWindow(ChartWindows.TEN_MINUTES_SECONDS);
    private final WaitWindow minuteWaits = new WaitWindow(ChartWindows.MINUTE_SECONDS);
    private final WaitWindow tenMinutesWaits = new WaitWindow(ChartWindows.TEN_MINUTES_SECONDS);
    private final WaitHistory waits = new WaitHistory(List.of(minuteWaits, tenMinutesWaits));
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private final RescueMap map = new RescueMap(SIZE);
    private final DiscMapper mapper = new DiscMapper(SIZE);
    private double seconds;
    private long bytes;

    SimulatedRip(long seed, double hours) {
        this.random = new SplittableRandom(seed);
        this.hours = hours;
    }

    /** Lets time pass. */
    void pass(double length) {
        for (double end = seconds + length; seconds < end; seconds += TICK_SECONDS) {
            tick();
        }
    }

    private void tick() {
        long read = (long) (SIZE / (hours * 3600) * TICK_SECONDS * random.nextDouble(0, 2));
        long before = bytes;
        bytes = Math.min(SIZE, bytes + read);
        var status = random.nextInt(200) == 0 ? SectorStatus.BAD : SectorStatus.FINISHED;
        map.set(new ByteRange(before, bytes), status);
        var sample = sample();
        chart.add(sample);
        minute.add(sample);
        tenMinutes.add(sample);
        waits.add(seconds, 0.02 + random.nextDouble() / 10);
        if (random.nextInt(40) == 0) {
            var side = SIDES.get(random.nextInt(SIDES.size()));
            stalls.addLast(new Stall("writer", seconds, random.nextDouble(), side, "a cause"));
            if (stalls.size() > MOST_STALLS) {
                stalls.removeFirst();
            }
        }
    }

    private Sample sample() {
        return new Sample(
                seconds,
                bytes,
                bytes,
                Math.max(0, bytes - (64 << 20)),
                Math.max(0, bytes - (256 << 20)),
                random.nextLong(64 << 20),
                1L << random.nextInt(22, 26),
                random.nextDouble(),
                random.nextDouble() * 10,
                Activity.READING,
                Activity.WRITING,
                Activity.CONFIRMING,
                HEALTHS.get((int) (seconds / 600) % HEALTHS.size()));
    }

    RipSnapshot snapshot() {
        return new RipSnapshot(
                RipSnapshot.Phase.SWEEPING,
                "LONG_DISC",
                Optional.of(Examples.FILE),
                SIZE,
                bytes,
                map.bytes(SectorStatus.BAD),
                Optional.empty(),
                sample(),
                1e6 * random.nextDouble(),
                1e6 * random.nextDouble(),
                Optional.of(hours * 3600 - seconds),
                Optional.of(FileSystemKind.ofType(0xEF53)),
                "why " + (long) seconds / 600,
                seconds / 2,
                Optional.of(new PolicyStatus("steady", "direct", 4 << 20, 64 << 20, false, "")),
                0,
                chart.points(),
                waits.points(),
                List.copyOf(stalls),
                "",
                new ChartWindows(
                        minute.points(),
                        tenMinutes.points(),
                        minuteWaits.points(),
                        tenMinutesWaits.points()),
                mapper.draw(map, bytes),
                false,
                Optional.empty());
    }
}
