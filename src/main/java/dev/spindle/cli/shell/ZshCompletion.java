package dev.spindle.cli.shell;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Completion for zsh. */
final class ZshCompletion {
    private static final String FRAME =
            """
            #compdef spindle
            # Completion of spindle for zsh; made from the program's own definitions.
            _spindle() {
                local -a commands=(
            @COMMANDS@    )
                if (( CURRENT == 2 )); then
                    _describe -t commands command commands
                    _files
                    return
                fi
                local command=$words[2]
                shift words
                (( CURRENT-- ))
                case $command in
            @BRANCHES@    *) _files ;;
                esac
            }
            _spindle "$@"
            """;

    private ZshCompletion() {}

    static String of(List<CommandWords> commands) {
        return FRAME.replace("@COMMANDS@", each(commands, ZshCompletion::command))
                .replace("@BRANCHES@", each(commands, ZshCompletion::branch));
    }

    private static String each(List<CommandWords> commands, Function<CommandWords, String> text) {
        return commands.stream().map(text).collect(Collectors.joining());
    }

    private static String command(CommandWords command) {
        return "        " + quoted(command.name() + ":" + command.description()) + "\n";
    }

    private static String branch(CommandWords command) {
        String options =
                command.options().stream()
                        .flatMap(o -> o.names().stream().map(name -> option(name, o)))
                        .map(text -> "            " + quoted(text) + " \\\n")
                        .collect(Collectors.joining());
        String operand = command.wantsFolder() ? "*:folder:_files -/" : "*:file:_files";
        return "    "
                + command.name()
                + ") _arguments \\\n"
                + options
                + "            "
                + quoted(operand)
                + " ;;\n";
    }

    private static String option(String name, OptionWords option) {
        // Brackets and colons are marks of _arguments itself.
        String text = option.description().replaceAll("([\\[\\]:])", "\\\\$1");
        return name
                + "["
                + text
                + "]"
                + option.argument().map(a -> ":" + a + ":" + action(option)).orElse("");
    }

    private static String action(OptionWords option) {
        if (!option.values().isEmpty()) {
            return "(" + String.join(" ", option.values()) + ")";
        }
        return option.wantsFolder() ? "_files -/" : option.wantsFile() ? "_files" : " ";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
