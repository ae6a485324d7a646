package dev.spindle.cli.shell;

import picocli.CommandLine.Model.OptionSpec;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An option as a shell sees it.
 *
 * @param names as they are typed, the short one first
 * @param description one line
 * @param argument what the help calls its argument, such as {@code SIZE}; empty for a switch
 * @param values the words that the argument may be; none where it may be anything
 */
record OptionWords(
        List<String> names, String description, Optional<String> argument, List<String> values) {
    OptionWords {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    static OptionWords of(OptionSpec spec) {
        return new OptionWords(
                List.of(spec.names()),
                String.join(" ", spec.description()),
                spec.arity().max() == 0 ? Optional.empty() : Optional.of(spec.paramLabel()),
                values(spec));
    }

    private static List<String> values(OptionSpec spec) {
        var candidates = spec.completionCandidates();
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    boolean wantsFolder() {
        return argument.filter("DIR"::equals).isPresent();
    }

    boolean wantsFile() {
        return argument.filter(a -> a.equals("FILE") || a.equals("MAP")).isPresent();
    }

    /** An argument that is neither a file nor a folder, nor one of some words. */
    boolean wantsWord() {
        return argument.isPresent() && !wantsFile() && !wantsFolder() && values.isEmpty();
    }
}
