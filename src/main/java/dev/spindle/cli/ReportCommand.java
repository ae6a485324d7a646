package dev.spindle.cli;

import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code spindle report}. */
@Command(name = "report", description = "Shows a finished rip again.")
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "NAME.rip.json, or another file of the rip beside it")
    @Nullable String file;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        if (file == null) {
            throw new UsageException("say which rip: spindle report FILE");
        }
        RipRecord rip = ReportFile.read(Folders.file(session.context().folder(), "FILE", file));
        if (json) {
            session.result(RipRecordText.write(rip).strip());
        } else {
            ReportText.lines(rip).forEach(session::result);
        }
        return 0;
    }
}
