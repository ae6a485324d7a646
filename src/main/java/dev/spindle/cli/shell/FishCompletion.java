package dev.spindle.cli.shell;

import java.util.List;
import java.util.stream.Collectors;

/** Completion for fish. */
final class FishCompletion {
    private static final String HEAD =
            "# Completion of spindle for fish; made from the program's own definitions.\n";

    private FishCompletion() {}

    static String of(List<CommandWords> commands) {
        return HEAD
                + commands.stream().map(FishCompletion::command).collect(Collectors.joining())
                + commands.stream()
                        .flatMap(c -> c.options().stream().map(o -> option(c.name(), o)))
                        .collect(Collectors.joining());
    }

    private static String command(CommandWords command) {
        return "complete -c spindle -n __fish_use_subcommand -a "
                + command.name()
                + " -d "
                + quoted(command.description())
                + "\n";
    }

    private static String option(String command, OptionWords option) {
        var line =
                new StringBuilder("complete -c spindle -n ")
                        .append(quoted("__fish_seen_subcommand_from " + command));
        for (String name : option.names()) {
            line.append(
                    name.startsWith("--")
                            ? " -l " + name.substring(2)
                            : " -s " + name.substring(1));
        }
        if (option.wantsFolder()) {
            line.append(" -x -a '(__fish_complete_directories)'");
        } else if (option.wantsFile()) {
            line.append(" -r");
        } else if (!option.values().isEmpty()) {
            line.append(" -x -a ").append(quoted(String.join(" ", option.values())));
        } else if (option.argument().isPresent()) {
            line.append(" -x");
        }
        return line.append(" -d ").append(quoted(option.description())).append("\n").toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
