package dev.spindle.library;

import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.rip.record.WritebackRecord;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of rips for the tests of the library. */
final class Records {
    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private Records() {}

    static RipRecord complete(String folder, String label, String identity) {
        return record(folder, label, identity, RipState.COMPLETE, Optional.of(verdict(folder)));
    }

    static RipRecord running(String folder, String label, String identity) {
        return record(folder, label, identity, RipState.RUNNING, Optional.empty());
    }

    private static RipRecord record(
            String folder,
            String label,
            String identity,
            RipState state,
            Optional<VerdictRecord> verdict) {
        return new RipRecord(
                RipRecord.VERSION,
                state,
                4711,
                START,
                new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                label,
                identity,
                7_838_695_424L,
                folder,
                "ext4",
                new WritebackRecord("steady", "drain", 0, "direct"),
                List.of("sha256"),
                List.of(new ChartPoint(0.1, 8e6, 7e6, 8e6, 7.5e6, 4L << 20, 1L << 20)),
                List.of(new Stall("writer", 1.25, 0.3, Side.STORAGE, "disk throughput")),
                Optional.of(List.of(new WaitPoint(1.5, 0.01, 0.2, 0.05, 0.1))),
                verdict,
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static VerdictRecord verdict(String folder) {
        return new VerdictRecord(
                "COMPLETE",
                0,
                true,
                "Complete.",
                folder + "/x.iso",
                Map.of("sha256", "aa55"),
                10.5,
                9.5,
                10.25,
                0.25,
                0.125,
                0.5,
                64L << 20,
                1.5,
                "steady",
                "direct",
                3,
                Map.of(Side.STORAGE, 0.3),
                Optional.empty());
    }
}
