package dev.spindle.rip.record;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record with one of everything that the end of a rip puts into it, and charts as long. Pure. */
final class EndRehearsal {
    /** As many points as a long rip has. */
    private static final int POINTS = 600;

    private EndRehearsal() {}

    static RipRecord of(RipRecord running) {
        var point = new ChartPoint(1.25, 12.5e6, 10.5e6, 11.5e6, 11.25e6, 4 << 20, 8 << 20);
        var wait = new WaitPoint(1.25, 0.125, 0.25, 0.1875, 0.25);
        var stall =
                new Stall(
                        "writer",
                        1.25,
                        0.5,
                        Side.STORAGE,
                        "disk throughput",
                        Optional.of("none"),
                        Optional.of(0.25));
        return new RipRecord(
                running.version(),
                RipState.COMPLETE,
                running.pid(),
                running.startedAt(),
                running.drive(),
                running.discLabel(),
                running.discIdentity(),
                running.bytes(),
                running.folder(),
                running.fileSystem(),
                running.writeback(),
                running.hashes(),
                Collections.nCopies(POINTS, point),
                List.of(stall),
                Optional.of(Collections.nCopies(POINTS, wait)),
                Optional.of(verdict(running)),
                running.sectorBytes(),
                running.music(),
                running.album(),
                running.wishes());
    }

    private static VerdictRecord verdict(RipRecord running) {
        return new VerdictRecord(
                RipState.COMPLETE.name(),
                0,
                true,
                "",
                running.folder(),
                Map.of("sha256", ""),
                1.5,
                1.25,
                1.375,
                0.5,
                0.25,
                0.125,
                8 << 20,
                0.75,
                running.writeback().policy(),
                running.writeback().mechanism(),
                0,
                Map.of(Side.STORAGE, 0.5),
                Optional.of(
                        new RescueRecord(
                                Map.of("sweep", new RescueRecord.Means(1, 0, 1)),
                                Map.of("/FILE", 1L))));
    }
}
