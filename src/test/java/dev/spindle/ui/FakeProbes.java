package dev.spindle.ui;

import dev.spindle.probe.ProbeCurve;
import dev.spindle.probe.ProbeMeasure;
import dev.spindle.probe.ProbeProgress;
import dev.spindle.probe.ProbeReport;
import dev.spindle.probe.ProbeRequest;
import dev.spindle.probe.ProbeRun;
import dev.spindle.probe.ProbeSample;
import dev.spindle.probe.ProbeStall;
import dev.spindle.run.Deadline;
import dev.spindle.ui.probe.Prober;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Destination tests whose course a test writes. */
public final class FakeProbes implements Prober, ProbeRun {
    public static final long PACE = ProbeRequest.USUAL_BYTES_PER_SECOND;
    private static final long MIB = 1 << 20;

    public final List<ProbeRequest> requests = new ArrayList<>();
    public volatile ProbeProgress progress = new ProbeProgress("", 0, 0);
    public volatile List<ProbeCurve> curves = List.of();
    public final AtomicInteger stops = new AtomicInteger();

    /** What happens on the thread that waits for the end. */
    public Runnable whenAwaited = () -> {};

    private final CompletableFuture<ProbeReport> report = new CompletableFuture<>();

    @Override
    public ProbeRun start(ProbeRequest request) {
        requests.add(request);
        return this;
    }

    /** Lets it end. */
    public void end(ProbeReport with) {
        report.complete(with);
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        whenAwaited.run();
        var _ = report.join();
        return true;
    }

    @Override
    public ProbeProgress progress() {
        return progress;
    }

    @Override
    public List<ProbeCurve> curves() {
        return curves;
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
    }

    @Override
    public ProbeReport report() {
        return report.join();
    }

    /** Of a share that takes 11 MB/s: calm through the pipeline, stalls when written plainly. */
    public static ProbeReport slowShare(String folder) {
        return measured(
                folder,
                new ProbeMeasure(
                        "steady",
                        "datasync",
                        "",
                        275 * MIB,
                        25,
                        26.2,
                        0.32,
                        0.3,
                        60 * MIB,
                        3,
                        1,
                        1),
                new ProbeMeasure(
                        "plain", "buffered", "", 275 * MIB, 6, 27.1, 9.75, 9, 270 * MIB, 2, 9, 9));
    }

    public static ProbeReport measured(String folder, ProbeMeasure... measures) {
        return new ProbeReport(
                ProbeReport.Outcome.MEASURED,
                "",
                folder,
                PACE,
                Optional.empty(),
                List.of(measures));
    }

    /** The pipeline's course on such a share. */
    public static ProbeCurve slowPipeline() {
        var samples = new ArrayList<ProbeSample>();
        var stalls = new ArrayList<ProbeStall>();
        for (int i = 0; i <= 100; i++) {
            long written = i * 11L * MIB / 4;
            samples.add(new ProbeSample(i / 4.0, written, Math.max(0, written - 40 * MIB)));
            if (i % 4 == 3) {
                stalls.add(new ProbeStall(i / 4.0, 0.3));
            }
        }
        return new ProbeCurve("auto", samples, stalls);
    }

    /** The plain way's: all at once, then nothing for long, then all of it confirmed. */
    public static ProbeCurve slowPlain() {
        var samples = new ArrayList<ProbeSample>();
        for (int i = 0; i <= 108; i++) {
            long written = Math.min(275, i * 13L) * MIB;
            samples.add(new ProbeSample(i / 4.0, written, i < 100 ? 0 : written));
        }
        return new ProbeCurve("plain", samples, List.of(new ProbeStall(5.5, 9.75)));
    }
}
