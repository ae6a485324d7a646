package dev.spindle.cli;

import dev.spindle.probe.Probe;
import dev.spindle.probe.ProbeReport;
import dev.spindle.probe.ProbeRequest;
import dev.spindle.range.SizeText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** {@code spindle probe}. */
@Command(
        name = "probe",
        description = "Tests a destination without a disc: writes a stream there and removes it.",
        customSynopsis = "spindle probe DIR [OPTION...]",
        sortOptions = false)
final class ProbeCommand implements Callable<Integer> {
    /** How often progress is pulled. */
    private static final Duration PULL = Duration.ofMillis(100);

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "the folder to be tested")
    @Nullable String folder;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "how much each of the two passes writes; default: 25 seconds' worth")
    @Nullable String size;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "bytes a second; default 54MB, the fastest that a disc is read")
    @Nullable String rate;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    ProbeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        if (folder == null || folder.isEmpty()) {
            throw new UsageException("say which folder: spindle probe DIR");
        }
        if (folder.indexOf('\0') >= 0) {
            throw new UsageException("'" + folder + "' is no folder; name another");
        }
        var request =
                new ProbeRequest(
                        Folders.absolute(session.context().folder(), folder),
                        size == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(RipRequests.size("--size", size)),
                        rate());
        Probe probe = Probe.start(session.context().probe().get(), request);
        session.signals().onStop(probe::stop);
        return tell(await(probe));
    }

    private long rate() throws UsageException {
        try {
            return rate == null ? ProbeRequest.USUAL_BYTES_PER_SECOND : SizeText.parseRate(rate);
        } catch (IllegalArgumentException problem) {
            throw new UsageException("--rate: " + Texts.reason(problem), problem);
        }
    }

    private ProbeReport await(Probe probe) throws UsageException {
        var concurrency = session.context().concurrency();
        var progress = new ProbeProgressLine(session.screen(), concurrency);
        try {
            while (!probe.awaitEnd(concurrency.in(PULL))) {
                progress.show(probe.progress());
            }
            return probe.report();
        } catch (IOException problem) {
            throw new UsageException(FileProblems.reason(problem), problem);
        } finally {
            session.screen().clear();
        }
    }

    private int tell(ProbeReport report) {
        if (json) {
            session.result(ProbeJson.line(report));
        } else {
            ProbeText.lines(report).forEach(session::result);
        }
        return report.outcome().exitCode();
    }
}
