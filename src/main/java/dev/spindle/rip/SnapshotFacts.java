package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.writeback.PolicyStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What changes seldom in a snapshot. One owner, the observation. */
final class SnapshotFacts {
    Phase phase = Phase.PREPARING;
    String title = "";
    String notice = "";

    /** Told where there is no other notice. */
    String standstill = "";

    boolean paused;
    DiscMap map = DiscMap.none();
    String healthReason = "";
    double healthSinceSeconds;
    long totalBytes;
    Optional<String> file = Optional.empty();
    Optional<FileSystemKind> destination = Optional.empty();
    Optional<RipVerdict> verdict = Optional.empty();
    private Optional<PolicyStatus> writeback = Optional.empty();
    private long finishedBytes;
    private long badBytes;
    private Optional<Outlook> outlook = Optional.empty();

    void countFrom(@Nullable Streaming streaming) {
        if (streaming != null) {
            var counts = streaming.maps().counts();
            finishedBytes = counts.finishedBytes();
            badBytes = counts.badBytes();
            outlook = streaming.maps().outlook();
            writeback = Optional.of(streaming.pipeline().status());
        }
    }

    RipSnapshot snapshot(
            Sample sample,
            SampleTaker samples,
            List<ChartPoint> chart,
            List<WaitPoint> waits,
            List<Stall> stalls,
            ChartWindows closeUps,
            int stuckCalls) {
        return new RipSnapshot(
                phase,
                title,
                file,
                totalBytes,
                finishedBytes,
                badBytes,
                phase == Phase.RETRYING ? outlook : Optional.empty(),
                sample,
                samples.readRate(),
                samples.confirmedRate(),
                secondsLeft(sample, samples),
                destination,
                healthReason,
                healthSinceSeconds,
                writeback,
                stuckCalls,
                chart,
                waits,
                stalls,
                notice.isEmpty() ? standstill : notice,
                closeUps,
                map,
                paused,
                verdict);
    }

    private Optional<Double> secondsLeft(Sample sample, SampleTaker samples) {
        if (paused || totalBytes == 0) {
            return Optional.empty();
        }
        return new TimeLeft(
                        Math.max(0, totalBytes - finishedBytes - badBytes),
                        samples.paceBytesPerSecond(),
                        Math.max(0, sample.readBytes() - sample.confirmedBytes()),
                        samples.confirmedPaceBytesPerSecond())
                .in(phase);
    }
}
