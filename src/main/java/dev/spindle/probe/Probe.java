package dev.spindle.probe;

import dev.spindle.probe.ProbeReport.Outcome;
import dev.spindle.run.CallResult;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.PolicyChoice;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A destination test on threads of its own. */
public final class Probe implements ProbeRun {
    /** With a size of one's own a pass takes as long as it takes. */
    private static final Duration ENDLESS = Duration.ofDays(365);

    private final ProbeServices services;
    private final ProbeRequest request;
    private final StopToken stop = new StopToken();
    private final RoleWorker conductor;
    private final RoleWorker syncer;
    private final RoleWorker.Pending<ProbeReport> pending;
    private final List<ProbeMeasure> measures = new ArrayList<>();
    private Optional<ProbeFacts> facts = Optional.empty();
    private volatile @Nullable ProbePass pass;
    private volatile String policy = "";
    private volatile long totalBytes;
    private volatile List<ProbeCurve> ended = List.of();

    private Probe(ProbeServices services, ProbeRequest request) {
        this.services = services;
        this.request = request;
        this.syncer = new RoleWorker(services.concurrency(), "folder");
        this.conductor = new RoleWorker(services.concurrency(), "conductor");
        this.pending = conductor.submit(_ -> run());
    }

    /** Starts; what is wrong with the request is told by the report. */
    public static Probe start(ProbeServices services, ProbeRequest request) {
        return new Probe(services, request);
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        var seen = conductor.await(pending, deadline, StopToken.never());
        if (seen instanceof CallResult.TimedOut) {
            return false;
        }
        conductor.close();
        return true;
    }

    @Override
    public ProbeProgress progress() {
        ProbePass now = pass;
        return new ProbeProgress(policy, now == null ? 0 : now.writtenBytes(), totalBytes);
    }

    @Override
    public List<ProbeCurve> curves() {
        ProbePass now = pass;
        String name = policy;
        var curves = new ArrayList<>(ended);
        if (now != null && curves.stream().noneMatch(c -> c.policy().equals(name))) {
            curves.add(now.curve(name));
        }
        return curves;
    }

    @Override
    public void stop() {
        stop.stop();
    }

    @Override
    public ProbeReport report() throws IOException {
        return pending.value();
    }

    private ProbeReport run() {
        try {
            var seen = look();
            facts = Optional.of(seen);
            totalBytes = ProbedFolder.sizeBytes(request, seen);
            measure("auto", PolicyChoice.standard(), seen);
            // As many bytes as the pipeline got rid of in its time: so both can be compared.
            totalBytes = measures.getFirst().bytes();
            measure("plain", PolicyChoice.plain(), seen);
            String text = ProbeForecast.sentence(measures.getFirst(), request.bytesPerSecond());
            return report(Outcome.MEASURED, text);
        } catch (IOException problem) {
            return stop.isStopped()
                    ? report(Outcome.STOPPED, "The test was stopped; its file is removed.")
                    : report(Outcome.FAILED, ProbedFolder.sentence(problem));
        } finally {
            syncer.close();
        }
    }

    private ProbeFacts look() throws IOException {
        var work = syncer.submit(s -> ProbedFolder.look(services.storage(), request.folder(), s));
        var _ = syncer.await(work, Deadline.never(), stop);
        if (!syncer.isDone(work)) {
            throw new ProbeStoppedException();
        }
        return work.value();
    }

    private void measure(String name, PolicyChoice choice, ProbeFacts seen) throws IOException {
        var now = new ProbePass(services, stop);
        policy = name;
        pass = now;
        boolean isPaced = request.sizeBytes().isEmpty() && measures.isEmpty();
        String prefix = request.folder().equals("/") ? "" : request.folder();
        var measure =
                now.run(
                        choice,
                        seen.kind(),
                        prefix + "/.spindle-probe-" + services.system().processId(),
                        totalBytes,
                        request.bytesPerSecond(),
                        isPaced ? ProbeRequest.USUAL_TIME : ENDLESS);
        measures.add(measure);
        var curves = new ArrayList<>(ended);
        curves.add(now.curve(name));
        ended = List.copyOf(curves);
        pass = null;
        facts =
                Optional.of(
                        new ProbeFacts(
                                seen.kind(),
                                seen.freeBytes(),
                                seen.fileLimitBytes(),
                                now.renames()));
    }

    private ProbeReport report(Outcome outcome, String text) {
        return new ProbeReport(
                outcome, text, request.folder(), request.bytesPerSecond(), facts, measures);
    }
}
