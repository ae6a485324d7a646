package dev.spindle.ui.library;

import dev.spindle.drive.Drive;
import dev.spindle.library.RipEntry;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.run.Activity;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Sample;

import java.util.List;
import java.util.Optional;

/** The last snapshot of a rip, made of its record: the charts see what they saw then. Pure. */
final class RecordedSnapshot {
    private RecordedSnapshot() {}

    static RipSnapshot of(RipEntry entry, RipRecord rip) {
        var verdict = RecordedRip.verdict(rip);
        long badBytes = verdict.map(RipVerdict::badSectors).orElse(0L) * sectorBytes(rip);
        return new RipSnapshot(
                Phase.ENDED,
                entry.name(),
                Optional.of(entry.image()),
                rip.bytes(),
                entry.isFinished() ? Math.max(0, rip.bytes() - badBytes) : 0,
                badBytes,
                Optional.empty(),
                sample(rip, verdict),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                0,
                rip.chart(),
                rip.waits().orElse(List.of()),
                rip.stalls(),
                "",
                ChartWindows.none(),
                DiscMap.none(),
                false,
                verdict);
    }

    private static int sectorBytes(RipRecord rip) {
        return rip.sectorBytes() > 0 ? rip.sectorBytes() : Drive.SECTOR_BYTES;
    }

    private static Sample sample(RipRecord rip, Optional<RipVerdict> verdict) {
        Optional<ChartPoint> last =
                rip.chart().isEmpty() ? Optional.empty() : Optional.of(rip.chart().getLast());
        double seconds = last.map(ChartPoint::seconds).orElse(0.0);
        long bytes = rip.bytes();
        return new Sample(
                seconds,
                bytes,
                bytes,
                bytes,
                verdict.filter(RipVerdict::durable).isPresent() ? bytes : 0,
                0,
                last.map(ChartPoint::chunkBytes).orElse(0L),
                0,
                0,
                Activity.IDLE,
                Activity.IDLE,
                Activity.IDLE,
                Health.HEALTHY);
    }
}
