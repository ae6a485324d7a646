package dev.spindle.cli.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Completion for bash. */
final class BashCompletion {
    private static final String FRAME =
            """
            # Completion of spindle for bash; made from the program's own definitions.
            _spindle() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
                local commands="@COMMANDS@"
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "$commands --help --version" -- "$word") \
            $(compgen -f -- "$word"))
                    return
                fi
                case "${COMP_WORDS[1]}:$before" in
            @ARGUMENTS@    esac
                case "${COMP_WORDS[1]}:$word" in
            @OPTIONS@    esac
                case "${COMP_WORDS[1]}" in
            @OPERANDS@    esac
                COMPREPLY=($(compgen -f -- "$word"))
            }
            complete -o filenames -o bashdefault -F _spindle spindle
            """;

    private BashCompletion() {}

    static String of(List<CommandWords> commands) {
        return FRAME.replace("@COMMANDS@", each(commands, CommandWords::name, " "))
                .replace(
                        "@ARGUMENTS@",
                        arguments(commands, OptionWords::wantsFolder, reply("-d"))
                                + arguments(commands, OptionWords::wantsFile, reply("-f"))
                                + arguments(commands, OptionWords::wantsWord, "COMPREPLY=()")
                                + each(commands, BashCompletion::values, ""))
                .replace("@OPTIONS@", each(commands, BashCompletion::options, ""))
                .replace("@OPERANDS@", each(commands, BashCompletion::operands, ""));
    }

    private static String each(
            List<CommandWords> commands, Function<CommandWords, String> text, String between) {
        return commands.stream().map(text).collect(Collectors.joining(between));
    }

    /**
     * What names of files stand for a word.
     *
     * @param what {@code -f} for files and folders, {@code -d} for folders
     */
    private static String reply(String what) {
        return "COMPREPLY=($(compgen " + what + " -- \"$word\"))";
    }

    private static String operands(CommandWords command) {
        return command.wantsFolder() ? branch(command.name(), reply("-d")) : "";
    }

    /** What comes behind an option that wants an argument. */
    private static String arguments(
            List<CommandWords> commands, Predicate<OptionWords> which, String reply) {
        String patterns =
                commands.stream()
                        .flatMap(c ->
                                c.options().stream()
                                        .filter(which)
                                        .flatMap(o -> o.names().stream())
                                        .map(name -> c.name() + ":" + name))
                        .collect(Collectors.joining("|"));
        return patterns.isEmpty() ? "" : branch(patterns, reply);
    }

    /** The words that an option may stand for. */
    private static String values(CommandWords command) {
        return command.options().stream()
                .filter(option -> !option.values().isEmpty())
                .map(option ->
                        branch(
                                option.names().stream()
                                        .map(name -> command.name() + ":" + name)
                                        .collect(Collectors.joining("|")),
                                oneOf(option.values())))
                .collect(Collectors.joining());
    }

    private static String options(CommandWords command) {
        var names = command.options().stream().flatMap(o -> o.names().stream()).toList();
        return branch(command.name() + ":-*", oneOf(names));
    }

    private static String oneOf(List<String> words) {
        return "COMPREPLY=($(compgen -W \"" + String.join(" ", words) + "\" -- \"$word\"))";
    }

    private static String branch(String pattern, String reply) {
        return "        " + pattern + ") " + reply + "; return ;;\n";
    }
}
