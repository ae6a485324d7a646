package dev.spindle.cli;

import dev.spindle.cli.shell.CommandWords;
import dev.spindle.cli.shell.ManualPage;
import dev.spindle.cli.shell.Shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code spindle generate WHAT}: what a package installs beside the program. */
@Command(
        name = "generate",
        hidden = true,
        description = "Prints completion for a shell, or the manual page.")
@SuppressWarnings("NullAway.Init")
final class GenerateCommand implements Callable<Integer> {
    private final Session session;

    @Spec CommandSpec spec;

    @Parameters(paramLabel = "WHAT", description = "bash, zsh, fish or man")
    String what;

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        var commands = CommandWords.all(spec.parent().commandLine());
        if (what.equals("man")) {
            session.piece(ManualPage.of(session.context().version(), commands));
            return 0;
        }
        Shell shell =
                Shell.named(what)
                        .orElseThrow(() ->
                                new UsageException(
                                        "there is nothing to generate for '"
                                                + what
                                                + "'; say bash, zsh, fish or man"));
        session.piece(shell.completion(commands));
        return 0;
    }
}
