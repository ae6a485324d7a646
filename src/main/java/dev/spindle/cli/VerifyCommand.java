package dev.spindle.cli;

import dev.spindle.rip.verify.Verification;
import dev.spindle.rip.verify.VerifyReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** {@code spindle verify}. */
@Command(
        name = "verify",
        description = "Reads a finished rip back from the device and compares it with its hashes.")
final class VerifyCommand implements Callable<Integer> {
    /** How often progress is pulled. */
    private static final Duration PULL = Duration.ofMillis(100);

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "NAME.iso or NAME.bin, or another file of the rip beside it; of an album its"
                            + " folder or any file in it")
    @Nullable String file;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        if (file == null) {
            throw new UsageException("say which rip: spindle verify FILE");
        }
        String path = Folders.file(session.context().folder(), "FILE", file).toString();
        Verification verification = session.context().service().get().verify(path);
        session.signals().onStop(verification::stop);
        return tell(report(verification));
    }

    private VerifyReport report(Verification verification) throws UsageException {
        var progress = new VerifyProgress(session.screen(), session.context().concurrency());
        try {
            while (!verification.awaitEnd(session.context().concurrency().in(PULL))) {
                progress.show(verification.readBytes(), verification.totalBytes());
            }
            return verification.report();
        } catch (IOException problem) {
            throw new UsageException(FileProblems.reason(problem), problem);
        } finally {
            session.screen().clear();
        }
    }

    private int tell(VerifyReport report) {
        if (json) {
            session.result(VerifyJson.line(report));
        } else {
            VerifyLines.of(report).forEach(session::result);
        }
        return report.outcome().exitCode();
    }
}
