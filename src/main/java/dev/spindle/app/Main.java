package dev.spindle.app;

import dev.spindle.cli.Cli;
import dev.spindle.cli.CliContext;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.SpindleWindow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the window, or hands over to the command line. */
public final class Main {
    private static final String SMOKE = "--smoke";

    private Main() {}

    public static void main(String[] args) {
        int exit = run(args);
        System.out.flush();
        System.err.flush();
        // Not System.exit: a thread that hangs in the kernel must not hold up the exit code.
        Runtime.getRuntime().halt(exit);
    }

    private static int run(String[] args) {
        if (args.length == 1 && args[0].equals(SMOKE)) {
            return smoke();
        }
        return Cli.understands(args) || isMistypedCommand(args)
                ? Cli.run(context(), args)
                : window(List.of(args), false);
    }

    /** A bare word that names no file is no image to open. */
    private static boolean isMistypedCommand(String[] args) {
        return args.length > 0 && args[0].matches("[a-z-]+") && !Files.exists(Path.of(args[0]));
    }

    /** Once through everything that a start needs, for the package's test and its cache. */
    private static int smoke() {
        int exit = Cli.run(context(), "--version");
        if (exit != 0) {
            return exit;
        }
        exit = Cli.run(context(), "drives");
        return exit != 0 ? exit : window(List.of(), true);
    }

    private static int window(List<String> files, boolean closeAtFirstPulse) {
        var concurrency = new RealConcurrency();
        try {
            return SpindleWindow.open(
                    Engine.on(concurrency), concurrency, files, closeAtFirstPulse);
        } catch (RuntimeException | LinkageError problem) {
            // Without a display the toolkit fails in one of several ways, none of them declared.
            return Cli.noWindow(context(), problem);
        }
    }

    private static CliContext context() {
        var concurrency = new RealConcurrency();
        return new CliContext(
                () -> Engine.on(concurrency),
                () -> Engine.probes(concurrency),
                concurrency,
                System.out,
                System.err,
                System.getProperty("user.dir"),
                Version.text(),
                isTerminal("/proc/self/fd/2"),
                () -> ProcessHandle.current().pid());
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
