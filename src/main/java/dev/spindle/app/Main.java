package dev.spindle.app;

import dev.spindle.cli.Cli;
import dev.spindle.cli.CliContext;
import dev.spindle.desktop.Desktop;
import dev.spindle.desktop.OneInstance;
import dev.spindle.library.Librarian;
import dev.spindle.probe.Probe;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.SpindleWindow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens the window, or hands over to the command line. */
public final class Main {
    private static final String SMOKE = "--smoke";

    /** A home folder that hangs must not hold up the exit code for longer. */
    private static final Duration LAST_ENTRIES = Duration.ofSeconds(2);

    private final Concurrency concurrency = new RealConcurrency();
    private final Home home = Home.of(concurrency);
    private final Engine engine = new Engine(concurrency);
    private Optional<Librarian> librarian = Optional.empty();

    private Main() {}

    public static void main(String[] args) {
        if (asksForVersion(args)) {
            // Scripts ask often: answered before anything else is set up.
            System.out.println("spindle " + Version.text());
            return;
        }
        var main = new Main();
        int exit = main.run(args);
        var patience = main.concurrency.in(LAST_ENTRIES);
        main.librarian.ifPresent(librarian -> librarian.awaitIdle(patience));
        var _ = main.home.lessons().awaitIdle(patience);
        System.out.flush();
        System.err.flush();
        // Not System.exit: a thread that hangs in the kernel must not hold up the exit code.
        Runtime.getRuntime().halt(exit);
    }

    private static boolean asksForVersion(String... args) {
        return args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"));
    }

    private int run(String[] args) {
        if (args.length > 0 && args[0].equals(SMOKE)) {
            return smoke(List.of(args).subList(1, args.length));
        }
        return Cli.understands(args) || isMistypedCommand(args)
                ? Cli.run(context(), args)
                : window(
                        Arguments.absolute(System.getProperty("user.dir", ""), args),
                        Optional.empty());
    }

    /** A bare word that names no file is no image to open. */
    private static boolean isMistypedCommand(String[] args) {
        return args.length > 0 && args[0].matches("[a-z-]+") && !Files.exists(Path.of(args[0]));
    }

    /**
     * The window, until its first frame, for the package's test; for its start cache, everything
     * else that a start needs before it.
     *
     * @param rip arguments of a rip that is part of it; none for the window alone
     */
    private int smoke(List<String> rip) {
        if (rip.isEmpty()) {
            return window(List.of(), Optional.of(Main::tellFirstFrame));
        }
        int exit = Cli.run(context(), "--version");
        if (exit == 0) {
            exit = Cli.run(context(), "drives");
        }
        if (exit == 0) {
            exit = Cli.run(context(), rip.toArray(String[]::new));
        }
        if (exit == 0) {
            // What people read and what scripts read are made by different classes.
            var again = Stream.concat(rip.stream(), Stream.of("--json"));
            exit = Cli.run(context(), again.toArray(String[]::new));
        }
        return exit != 0 ? exit : window(List.of(), Optional.of(Main::tellFirstFrame));
    }

    /** How long a user had to wait, from exec on; to a hundredth, as the kernel counts. */
    private static void tellFirstFrame() {
        ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis() / 1e3)
                .ifPresent(seconds -> System.out.println("first frame after " + seconds + " s"));
    }

    private int window(List<String> files, Optional<Runnable> onFirstFrame) {
        var instance = OneInstance.of(System.getenv(), concurrency);
        if (onFirstFrame.isEmpty() && instance.handOver(files)) {
            return 0;
        }
        Drawing.choose(Drawing.DEVICES, System.getProperties());
        try {
            home.read(concurrency);
            var desktop = Desktop.of(System.getenv(), concurrency);
            var events = new RecentEvents(concurrency);
            var manners = new Manners(desktop, home.settings(), concurrency);
            int exit =
                    SpindleWindow.open(
                            rips(manners.andThen(events)),
                            request -> Probe.start(engine.probes(), request),
                            concurrency,
                            home.memory(Version.text()),
                            new LinuxDesktop(RecentLog.attach(), events),
                            onFirstFrame.isPresent() ? _ -> {} : instance::listen,
                            files,
                            onFirstFrame);
            var _ = home.settings().flush(concurrency.in(LAST_ENTRIES));
            var _ = desktop.awaitSaid(concurrency.in(LAST_ENTRIES));
            instance.close();
            return exit;
        } catch (RuntimeException | LinkageError problem) {
            // Without a display the toolkit fails in one of several ways, none of them declared.
            return Cli.noWindow(context(), problem);
        }
    }

    private RipService rips(Consumer<Rip> onStart) {
        var made = engine.rips(home, onStart);
        librarian = Optional.of(made);
        return made;
    }

    private CliContext context() {
        return new CliContext(
                () -> rips(_ -> {}),
                engine::probes,
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
