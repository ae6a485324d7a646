package dev.spindle.app;

import dev.spindle.cli.Cli;
import dev.spindle.cli.CliContext;
import dev.spindle.run.RealConcurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the window, or hands over to the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int exit = run(args);
        // Not System.exit: a thread that hangs in the kernel must not hold up the exit code.
        Runtime.getRuntime().halt(exit);
    }

    private static int run(String[] args) {
        var concurrency = new RealConcurrency();
        return Cli.run(
                new CliContext(
                        () -> Engine.on(concurrency),
                        concurrency,
                        System.out,
                        System.err,
                        System.getProperty("user.dir"),
                        Version.text(),
                        isTerminal("/proc/self/fd/2"),
                        () -> ProcessHandle.current().pid()),
                args);
    }

    /** Java tells it of standard input and output only; progress goes to standard error. */
    private static boolean isTerminal(String descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of(descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException unknown) {
            return false;
        }
    }
}
