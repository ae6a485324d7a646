package dev.spindle.cli;

import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command line: the same engine without JavaFX. */
public final class Cli {
    private static final String GENERATE = "generate";

    /** In the order in which help shows them. */
    private static final Set<String> COMMANDS =
            Collections.unmodifiableSet(
                    new LinkedHashSet<>(
                            List.of(
                                    "rip", "demo", "drives", "info", "report", "verify", "probe",
                                    "pid", GENERATE)));

    private final Session session;
    private final RootCommand root = new RootCommand();

    private Cli(Session session) {
        this.session = session;
    }

    /** Does what the arguments say and returns the exit code; never ends the process itself. */
    public static int run(CliContext context, String... args) {
        return run(context, new Signals(), args);
    }

    static int run(CliContext context, SignalSource signals, String... args) {
        var screen = new Screen(context.err(), context.errIsTerminal());
        return new Cli(new Session(context, screen, signals)).execute(args);
    }

    /**
     * Whether the arguments are for the command line: its first is an option or a command. All else
     * are files for the window.
     */
    public static boolean understands(String... args) {
        return args.length > 0 && (args[0].startsWith("-") || COMMANDS.contains(args[0]));
    }

    /** The commands that there are. */
    static Set<String> commandNames() {
        return COMMANDS;
    }

    /**
     * Says in one sentence that no window can be opened, and what works without one.
     *
     * @return the exit code
     */
    public static int noWindow(CliContext context, Throwable problem) {
        new Screen(context.err(), context.errIsTerminal())
                .line(
                        "spindle can't open a window ("
                                + Texts.reason(problem)
                                + "); without one: spindle rip --help, or spindle demo");
        return 1;
    }

    private int execute(String... args) {
        try {
            return commandLine(args).execute(args);
        } catch (LinkageError problem) {
            return failed(problem);
        }
    }

    private CommandLine commandLine(String... args) {
        var line = new CommandLine(root);
        COMMANDS.stream()
                .filter(name -> isNeeded(name, args))
                .forEach(name -> line.addSubcommand(command(name)));
        line.getCommandSpec().version("spindle " + session.context().version());
        // An argument with @ in front is a file of that name, not a list of arguments.
        return line.setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(writer(session.context().out()))
                .setErr(writer(session.context().err()))
                .setExecutionStrategy(this::runLogged)
                .setParameterExceptionHandler(
                        (problem, _) -> session.refuse(Refusals.sentence(problem)))
                .setExecutionExceptionHandler((problem, _, _) -> ended(problem));
    }

    private Object command(String name) {
        return switch (name) {
            case "rip" -> new RipCommand(session);
            case "demo" -> new DemoCommand(session);
            case "drives" -> new DrivesCommand(session);
            case "info" -> new InfoCommand(session);
            case "report" -> new ReportCommand(session);
            case "verify" -> new VerifyCommand(session);
            case "probe" -> new ProbeCommand(session);
            case "pid" -> new PidCommand(session);
            case GENERATE -> new GenerateCommand(session);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** To read what all of the commands understand takes longer than to do what one is for. */
    private static boolean isNeeded(String name, String... args) {
        boolean isAboutOne =
                args.length > 0 && COMMANDS.contains(args[0]) && !args[0].equals(GENERATE);
        return !isAboutOne || args[0].equals(name);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private int runLogged(ParseResult parsed) {
        if (CommandLine.executeHelpRequest(parsed) != null) {
            return 0;
        }
        try (Logs _ = Logs.open(root.verbosity(), logPath(), session.screen())) {
            return new RunLast().execute(parsed);
        } catch (UsageException problem) {
            return session.refuse(problem.sentence());
        }
    }

    private Optional<Path> logPath() throws UsageException {
        return root.log == null
                ? Optional.empty()
                : Optional.of(Folders.file(session.context().folder(), "--log", root.log));
    }

    private int ended(Exception problem) {
        return problem instanceof UsageException usage
                ? session.refuse(usage.sentence())
                : failed(problem);
    }

    private int failed(Throwable problem) {
        LoggerFactory.getLogger(Cli.class).debug("a fault of our own", problem);
        session.refuse(
                "this is a fault of Spindle itself: "
                        + Texts.reason(problem)
                        + "; -vv shows where");
        return Session.OWN_FAULT;
    }
}
