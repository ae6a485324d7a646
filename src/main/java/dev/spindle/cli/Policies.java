package dev.spindle.cli;

import dev.spindle.writeback.BudgetRule;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the options that say how to write back. Pure. */
final class Policies {
    private Policies() {}

    static PolicyChoice of(RipOptions options) throws UsageException {
        Policy policy = policy(options.policy);
        if (policy == Policy.PLAIN) {
            refuse(policy, "--controller", options.controller);
            refuse(policy, "--chunk", options.chunk);
        }
        if (policy == Policy.PLAIN || policy == Policy.CLASSIC) {
            refuse(policy, "--mechanism", options.mechanism);
            refuse(policy, "--budget", options.budget);
        }
        return new PolicyChoice(
                policy,
                policy == Policy.PLAIN ? Controller.NONE : controller(options.controller),
                size("--chunk", options.chunk),
                mechanism(options.mechanism),
                budget(options.budget));
    }

    private static void refuse(Policy policy, String option, @Nullable String value)
            throws UsageException {
        if (value != null) {
            throw new UsageException(
                    option
                            + " has no meaning with --policy "
                            + text(policy)
                            + "; leave one of them out");
        }
    }

    private static OptionalLong size(String option, @Nullable String text) throws UsageException {
        return text == null
                ? OptionalLong.empty()
                : OptionalLong.of(RipRequests.size(option, text));
    }

    private static OptionalLong budget(@Nullable String text) throws UsageException {
        OptionalLong bytes = size("--budget", text);
        if (bytes.isPresent() && bytes.getAsLong() < BudgetRule.LEAST_BYTES) {
            throw new UsageException("--budget must be at least 4M; write for example 64M");
        }
        return bytes;
    }

    private static Policy policy(@Nullable String text) throws UsageException {
        return text == null
                ? Policy.AUTO
                : choose("--policy", "policy", text, List.of(Policy.values()), Policies::text);
    }

    private static Controller controller(@Nullable String text) throws UsageException {
        var all = List.of(Controller.AUTO, Controller.DRAIN, Controller.P95, Controller.FIXED);
        return text == null
                ? Controller.AUTO
                : choose("--controller", "controller", text, all, Policies::text);
    }

    private static Optional<Mechanism> mechanism(@Nullable String text) throws UsageException {
        List<Optional<Mechanism>> all =
                Stream.concat(
                                Stream.of(Optional.<Mechanism>empty()),
                                Arrays.stream(Mechanism.values()).map(Optional::of))
                        .toList();
        return text == null
                ? Optional.empty()
                : choose(
                        "--mechanism",
                        "mechanism",
                        text,
                        all,
                        one -> one.map(Mechanism::text).orElse("auto"));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface Name<T> {
        String of(T value);
    }

    private static <T> T choose(
            String option, String what, String text, List<T> values, Name<T> name)
            throws UsageException {
        for (T value : values) {
            if (name.of(value).equals(text)) {
                return value;
            }
        }
        String known = values.stream().map(name::of).collect(Collectors.joining(", "));
        throw new UsageException(
                option + ": '" + text + "' is no " + what + "; write one of " + known);
    }
}
