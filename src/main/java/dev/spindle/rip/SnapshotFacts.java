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

    /** Told in place of any other notice, but for what a stop saves. */
    String standstill = "";

    /** Read, and not yet confirmed by the storage. */
    private long waitingBytes;

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
            waitingBytes = streaming.ring().backlogBytes() + streaming.ledger().unconfirmedBytes();
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
                isReading() ? outlook : Optional.empty(),
                sample,
                samples.readRate(),
                samples.confirmedRate(),
                secondsLeft(samples),
                destination,
                healthReason,
                healthSinceSeconds,
                writeback,
                stuckCalls,
                chart,
                waits,
                stalls,
                standstill.isEmpty() || phase == Phase.SAVING ? notice : standstill,
                closeUps,
                map,
                paused,
                verdict);
    }

    /** Once the sweep is over, going back to what it passed over is a part of the rescue. */
    private boolean isReading() {
        return phase == Phase.SWEEPING || phase == Phase.RETRYING;
    }

    private Optional<Double> secondsLeft(SampleTaker samples) {
        if (paused || totalBytes == 0) {
            return Optional.empty();
        }
        return new TimeLeft(
                        Math.max(0, totalBytes - finishedBytes - badBytes),
                        samples.paceBytesPerSecond(),
                        waitingBytes,
                        samples.confirmedPaceBytesPerSecond())
                .in(phase);
    }
}
