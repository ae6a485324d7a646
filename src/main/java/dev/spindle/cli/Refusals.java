package dev.spindle.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.Objects;

/** What picocli refuses, as one sentence that says what to do. */
final class Refusals {
    private Refusals() {}

    static String sentence(ParameterException problem) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case OverwrittenOptionException twice ->
                    name(twice.getOverwritten()) + " is given more than once; give it once";
            case MissingParameterException missing when !missing.getMissing().isEmpty() ->
                    name(missing.getMissing().getFirst())
                            + " lacks its "
                            + missing.getMissing().getFirst().paramLabel()
                            + seeHelp(problem);
            case ParameterException valued when isFlag(valued.getArgSpec()) ->
                    name(Objects.requireNonNull(valued.getArgSpec()))
                            + " takes no value; leave it out";
            default -> Texts.oneLine(String.valueOf(problem.getMessage())) + seeHelp(problem);
        };
    }

    private static String unmatched(UnmatchedArgumentException problem) {
        List<String> unmatched = problem.getUnmatched();
        String first = unmatched.isEmpty() ? "" : unmatched.getFirst();
        if (first.startsWith("-") && first.length() > 1) {
            return "there is no option " + first.split("=", 2)[0] + seeHelp(problem);
        }
        if (problem.getCommandLine().getParent() != null) {
            return "'" + first + "' is one argument too many" + seeHelp(problem);
        }
        return "there is no command '" + first + "'" + seeHelp(problem);
    }

    private static boolean isFlag(@Nullable ArgSpec spec) {
        return spec instanceof OptionSpec option && option.arity().max() == 0;
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static String seeHelp(ParameterException problem) {
        return "; see " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }
}
