package dev.spindle.cli;

import dev.spindle.rip.DriveReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code spindle info}. */
@Command(name = "info", description = "Shows a disc or an image.")
final class InfoCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "DRIVE",
            description = "a drive such as /dev/sr0, an image file, or demo:")
    @Nullable String drive;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Option(names = "--files", description = "lists all files, not only the first ones")
    boolean all;

    InfoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        if (drive == null || drive.isEmpty()) {
            throw new UsageException("say which drive: spindle info DRIVE");
        }
        DriveReport report = inspect(drive);
        var listing = FileListing.of(session.context().service().get(), report);
        if (json) {
            String object = Json.line(DriveJson.object(report));
            session.piece(object.substring(0, object.length() - 1) + ",\"files\":");
            listing.printJson(session::piece);
            session.result("}");
        } else {
            DriveText.full(report).forEach(session::result);
            listing.printText(all ? Integer.MAX_VALUE : FilesText.FEW, session::result);
        }
        return 0;
    }

    private DriveReport inspect(String address) throws UsageException {
        try {
            return session.context().service().get().inspect(address);
        } catch (IOException problem) {
            throw new UsageException(FileProblems.reason(problem), problem);
        }
    }
}
