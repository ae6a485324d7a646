package dev.spindle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code spindle demo}. */
@Command(
        name = "demo",
        description = {
            "Rips the built-in demo disc into the folder spindle-demo.",
            "It has a slow stretch and a bad spot; -o names another folder."
        },
        customSynopsis = "spindle demo [-o DIR] [OPTION...]",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    static final String DRIVE = "demo:";
    static final String FOLDER = "spindle-demo";

    private final Session session;

    @Mixin final RipOptions options = new RipOptions();

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        String folder = options.folder == null ? FOLDER : options.folder;
        return RipCommand.run(session, DRIVE, folder, options);
    }
}
