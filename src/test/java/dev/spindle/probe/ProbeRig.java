package dev.spindle.probe;

import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.DeviceBudgets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** A destination test on scripted storage under one baton. */
final class ProbeRig {
    static final int MIB = 1 << 20;
    static final String FOLDER = "/out";

    final BatonConcurrency baton;
    final ScriptedStorage storage;
    private @Nullable ProbeReport report;
    private List<String> leftThreads = List.of();
    private List<ProbeCurve> curves = List.of();

    ProbeRig(long seed) {
        baton = new BatonConcurrency(seed, Duration.ofDays(2));
        storage = new ScriptedStorage(baton);
        storage.insight().folder(FOLDER);
    }

    ProbeReport probe(ProbeRequest request) {
        return probe(request, Duration.ofDays(1));
    }

    /** Stops it after a while, if it has not ended by then. */
    ProbeReport probe(ProbeRequest request, Duration stopAfter) {
        leftThreads = baton.run(() -> run(request, stopAfter));
        if (report == null) {
            throw new IllegalStateException("it has not run");
        }
        return report;
    }

    private void run(ProbeRequest request, Duration stopAfter) {
        var services =
                new ProbeServices(
                        baton, storage, ScriptedFacts.ofOneGiB(), new DeviceBudgets(baton));
        var probe = Probe.start(services, request);
        if (!probe.awaitEnd(baton.in(stopAfter))) {
            probe.stop();
        }
        if (!probe.awaitEnd(Deadline.never())) {
            throw new IllegalStateException("it goes on");
        }
        try {
            report = probe.report();
            curves = probe.curves();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        // Threads that were told to end get the time to do so.
        var _ = baton.gate("rest").pause(baton.in(Duration.ofSeconds(1)), StopToken.never());
    }

    /** The course of the passes of the last test. */
    List<ProbeCurve> curves() {
        return curves;
    }

    /** Threads that had not ended a second after the report. */
    List<String> leftThreads() {
        return leftThreads;
    }

    static ProbeRequest request(long mib, long mibPerSecond) {
        return new ProbeRequest(FOLDER, OptionalLong.of(mib * MIB), mibPerSecond * MIB);
    }
}
