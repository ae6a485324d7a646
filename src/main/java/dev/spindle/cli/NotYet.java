package dev.spindle.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is planned but not there yet: refused with a word, never ignored. */
final class NotYet {
    static final Set<String> RIP_OPTIONS = Set.of("--format");

    private NotYet() {}

    static String sentence(String what) {
        return what + " is not in this version yet";
    }

    /** The first of these arguments that is planned as an option of a rip. */
    static Optional<String> firstOption(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.split("=", 2)[0])
                .filter(RIP_OPTIONS::contains)
                .findFirst();
    }
}
