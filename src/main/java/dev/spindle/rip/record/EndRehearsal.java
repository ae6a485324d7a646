package dev.spindle.rip.record;

import dev.spindle.drive.DriveInfo;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record with one of everything that the end of a rip puts into it, but for tracks of music, and
 * with charts as long as they get. Pure.
 */
final class EndRehearsal {
    /** As many points as a long rip has. */
    private static final int POINTS = 600;

    private EndRehearsal() {}

    /** Nobody's: only what its parts are made of matters. */
    static RipRecord sample() {
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
                RipRecord.VERSION,
                RipState.COMPLETE,
                1,
                Instant.EPOCH,
                new DriveInfo("/dev/sr0", "", "", "", "", false),
                "LABEL",
                "identity",
                1L << 30,
                "/folder",
                "ext4",
                new WritebackRecord("steady", "drain", 0, "direct"),
                List.of("sha256"),
                Collections.nCopies(POINTS, point),
                List.of(stall),
                Optional.of(Collections.nCopies(POINTS, wait)),
                Optional.of(verdict()),
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static VerdictRecord verdict() {
        return new VerdictRecord(
                RipState.COMPLETE.name(),
                0,
                true,
                "Complete.",
                "/folder/LABEL.iso",
                Map.of("sha256", "aa55"),
                1.5,
                1.25,
                1.375,
                0.5,
                0.25,
                0.125,
                8 << 20,
                0.75,
                "steady",
                "direct",
                0,
                // Java has classes of their own for a map of one entry and for one of more.
                Map.of(Side.STORAGE, 0.5, Side.DRIVE, 0.25),
                Optional.of(
                        new RescueRecord(
                                Map.of("sweep", new RescueRecord.Means(1, 0, 1)),
                                Map.of("/FILE", 1L))));
    }
}
