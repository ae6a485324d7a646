package dev.spindle.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.util.concurrent.Callable;

/** {@code spindle} and the options that are good everywhere. */
@Command(
        name = "spindle",
        description = "Rips optical discs to files, and shows where every second goes.",
        synopsisHeading = "",
        customSynopsis = {
            "Usage: spindle [FILE...]     opens the window",
            "       spindle COMMAND ...   does without it"
        },
        footer = {"", "SIZE is for example 64M, 8MB or 4096.", "See spindle COMMAND --help."})
final class RootCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    boolean version;

    @Option(
            names = "-v",
            scope = ScopeType.INHERIT,
            description = "tell more; -vv tells everything")
    boolean @Nullable [] verbose;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "add everything to this log file")
    @Nullable String log;

    int verbosity() {
        return verbose == null ? 0 : verbose.length;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException(
                "say what to do, for example: spindle rip /dev/sr0 -o DIR; see spindle --help");
    }
}
