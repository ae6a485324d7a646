package dev.spindle.ui.probe;

import dev.spindle.probe.ProbeReport;
import dev.spindle.probe.ProbeRequest;
import dev.spindle.probe.ProbeRun;
import dev.spindle.rip.RipService;
import dev.spindle.run.Deadline;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** One press of the button: looks at the folder, then tests it. Safe for all threads. */
final class Attempt {
    private final RipService service;
    private final Prober prober;
    private final String path;
    private volatile @Nullable ProbeRun run;
    private volatile boolean stopped;

    Attempt(RipService service, Prober prober, String path) {
        this.service = service;
        this.prober = prober;
        this.path = path;
    }

    /**
     * Does all of it; blocks, for as long as the folder hangs.
     *
     * @return nothing where it was stopped before it began
     * @throws IOException with one sentence for the user
     */
    Optional<ProbeReport> work() throws IOException {
        // The engine's own name of the folder: settings are remembered by it.
        String folder = service.lookAt(path).folder();
        var request =
                new ProbeRequest(folder, OptionalLong.empty(), ProbeRequest.USUAL_BYTES_PER_SECOND);
        if (stopped) {
            return Optional.empty();
        }
        ProbeRun started = prober.start(request);
        run = started;
        if (stopped) {
            started.stop();
        }
        var _ = started.awaitEnd(Deadline.never());
        return Optional.of(started.report());
    }

    /** The test, once it has begun. */
    Optional<ProbeRun> run() {
        return Optional.ofNullable(run);
    }

    boolean isStopped() {
        return stopped;
    }

    /** Never blocks. */
    void stop() {
        stopped = true;
        run().ifPresent(ProbeRun::stop);
    }
}
