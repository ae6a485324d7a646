package dev.spindle.cli.shell;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.Comparator;
import java.util.List;

/**
 * A command as a shell sees it.
 *
 * @param name as it is typed
 * @param description one line
 * @param options all that it takes, the common ones too, by name
 * @param operands what stands beside the options, as the help calls it: {@code DRIVE}, {@code FILE}
 */
public record CommandWords(
        String name, String description, List<OptionWords> options, List<String> operands) {
    public CommandWords {
        options = List.copyOf(options);
        operands = List.copyOf(operands);
    }

    /** The commands that people may use, by name. */
    public static List<CommandWords> all(CommandLine root) {
        return root.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandWords::of)
                .sorted(Comparator.comparing(CommandWords::name))
                .toList();
    }

    static CommandWords of(CommandSpec spec) {
        return new CommandWords(
                spec.name(),
                String.join(" ", spec.usageMessage().description()),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionWords::of)
                        .sorted(Comparator.comparing(o -> o.names().getLast()))
                        .toList(),
                spec.positionalParameters().stream()
                        .filter(operand -> !operand.hidden())
                        .map(PositionalParamSpec::paramLabel)
                        .toList());
    }

    /** Whether it is started with a folder instead of a file or a drive. */
    boolean wantsFolder() {
        return operands.contains("DIR");
    }
}
