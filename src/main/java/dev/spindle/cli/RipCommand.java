package dev.spindle.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code spindle rip}. */
@Command(
        name = "rip",
        description = "Rips a disc or an image.",
        customSynopsis = "spindle rip DRIVE -o DIR [OPTION...]",
        sortOptions = false)
final class RipCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "DRIVE",
            description = "a drive such as /dev/sr0, an image file, or demo:")
    @Nullable String drive;

    @Mixin final RipOptions options = new RipOptions();

    RipCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        if (drive == null || drive.isEmpty()) {
            throw new UsageException("say which drive: spindle rip DRIVE -o DIR");
        }
        if (options.folder == null) {
            throw new UsageException("say where to: spindle rip " + drive + " -o DIR");
        }
        return run(session, drive, options.folder, options);
    }

    static int run(Session session, String drive, String typedFolder, RipOptions options)
            throws UsageException {
        String current = session.context().folder();
        String folder = Folders.folder(current, "-o", typedFolder);
        var request =
                new ReleaseChoice(session)
                        .choose(
                                RipRequests.of(drive, folder, options, current),
                                Optional.ofNullable(options.release));
        Optional<Path> events =
                options.events == null
                        ? Optional.empty()
                        : Optional.of(Folders.file(current, "--events", options.events));
        return RipRunner.run(session, request, events, options.json);
    }
}
