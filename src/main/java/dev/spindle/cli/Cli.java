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
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/** The command line: the same engine without JavaFX. */
public final class Cli {
    private static final String GENERATE = "generate";

    /** How each is made, in the order in which help shows them. */
    private static final SequencedMap<String, Function<Session, Object>> COMMANDS = commands();

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
        return args.length > 0 && (args[0].startsWith("-") || COMMANDS.containsKey(args[0]));
    }

    /** The commands that there are. */
    static Set<String> commandNames() {
        return COMMANDS.sequencedKeySet();
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
        COMMANDS.forEach((name, maker) -> {
            if (isNeeded(name, args)) {
                line.addSubcommand(maker.apply(session));
            }
        });
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

    private static SequencedMap<String, Function<Session, Object>> commands() {
        var made = new LinkedHashMap<String, Function<Session, Object>>();
        made.put("rip", RipCommand::new);
        made.put("demo", DemoCommand::new);
        made.put("drives", DrivesCommand::new);
        made.put("info", InfoCommand::new);
        made.put("report", ReportCommand::new);
        made.put("verify", VerifyCommand::new);
        made.put("probe", ProbeCommand::new);
        made.put("pid", PidCommand::new);
        made.put(GENERATE, GenerateCommand::new);
        return Collections.unmodifiableSequencedMap(made);
    }

    /** To read what all of the commands understand takes longer than to do what one is for. */
    private static boolean isNeeded(String name, String... args) {
        boolean isAboutOne =
                args.length > 0 && COMMANDS.containsKey(args[0]) && !args[0].equals(GENERATE);
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
