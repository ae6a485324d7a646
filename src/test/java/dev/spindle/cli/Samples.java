package dev.spindle.cli;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.run.Activity;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Side;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots, samples and verdicts to test with. */
final class Samples {
    static final FileSystemKind EXT4 = FileSystemKind.ofType(0xEF53);

    private Samples() {}

    static Sample sample(double seconds, long read, long confirmed, Health health) {
        return new Sample(
                seconds,
                read,
                read,
                confirmed,
                confirmed,
                read - confirmed,
                32L << 20,
                0.25,
                7.5,
                Activity.READING,
                Activity.WRITING,
                Activity.IDLE,
                health);
    }

    static RipSnapshot at(Phase phase, long total, long read, long confirmed) {
        return at(phase, total, read, sample(1, read, confirmed, Health.HEALTHY), "");
    }

    static RipSnapshot at(Phase phase, long total, long finished, Sample sample, String notice) {
        return new RipSnapshot(
                phase,
                "DISC",
                Optional.of("/cur/out/DISC.iso"),
                total,
                finished,
                0,
                Optional.empty(),
                sample,
                7.92e6,
                7.7e6,
                Optional.of(62.0),
                Optional.of(EXT4),
                sample.health() == Health.HEALTHY ? "" : "writes take 6 s",
                0,
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of(),
                notice,
                ChartWindows.none(),
                DiscMap.none(),
                false,
                Optional.empty());
    }

    static RipSnapshot ended() {
        return ended(verdict(RipOutcome.COMPLETE));
    }

    static RipSnapshot ended(RipVerdict verdict) {
        RipSnapshot last = at(Phase.ENDED, 1000, 1000, 1000);
        return new RipSnapshot(
                last.phase(),
                last.title(),
                last.file(),
                last.totalBytes(),
                last.finishedBytes(),
                last.badBytes(),
                last.outlook(),
                last.sample(),
                last.readRate(),
                last.confirmedRate(),
                Optional.empty(),
                last.destination(),
                last.healthReason(),
                last.healthSinceSeconds(),
                last.writeback(),
                last.stuckCalls(),
                last.chart(),
                last.waits(),
                last.stalls(),
                last.notice(),
                last.closeUps(),
                last.map(),
                last.isPaused(),
                Optional.of(verdict));
    }

    static RipVerdict verdict(RipOutcome outcome) {
        boolean complete = outcome == RipOutcome.COMPLETE;
        return new RipVerdict(
                outcome,
                complete,
                "It ended as " + outcome + ".",
                "/cur/out/DISC.iso",
                complete ? Map.of("sha256", "aa55", "crc32", "0badcafe") : Map.of(),
                12.5,
                10.25,
                complete ? 12.25 : 0,
                0.5,
                0.125,
                1.5,
                64_000_000,
                2.5,
                "classic",
                "range",
                complete ? 0 : 3,
                Map.of(Side.STORAGE, 1.75, Side.DRIVE, 0.0625),
                RescueRecord.NOTHING);
    }
}
