package dev.spindle.writeback;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How bytes are to be written back, as the user wants it.
 *
 * @param controller has no meaning for PLAIN, where it is NONE
 * @param chunkBytes what the controller starts with, more than zero; empty for its own start
 * @param mechanism empty to find it by asking the file; has a meaning for STEADY and AUTO only
 * @param budgetBytes the most that may be unconfirmed, before the limits of {@link BudgetRule};
 *     empty for the usual; has a meaning for STEADY and AUTO only
 */
public record PolicyChoice(
        Policy policy,
        Controller controller,
        OptionalLong chunkBytes,
        Optional<Mechanism> mechanism,
        OptionalLong budgetBytes) {
    /** The chunk that {@code p95} and {@code fixed} start with. */
    public static final long DEFAULT_CHUNK_BYTES = 32L << 20;

    /** The policies. */
    public enum Policy {
        /** Whatever is known to be best for this kind of file system, see {@link AutoPolicy}. */
        AUTO,
        STEADY,
        CLASSIC,
        PLAIN
    }

    /** The chunk controllers. */
    public enum Controller {
        NONE,
        /** The policy's own: {@code p95} for CLASSIC, {@code drain} for STEADY. */
        AUTO,
        DRAIN,
        P95,
        FIXED
    }

    public PolicyChoice {
        if (chunkBytes.isPresent() && chunkBytes.getAsLong() <= 0) {
            throw new IllegalArgumentException("a chunk must be more than zero bytes");
        }
        if ((policy == Policy.PLAIN) != (controller == Controller.NONE)) {
            throw new IllegalArgumentException(policy + " does not go with " + controller);
        }
        boolean bounded = mechanism.isPresent() || budgetBytes.isPresent();
        if (bounded && policy != Policy.STEADY && policy != Policy.AUTO) {
            throw new IllegalArgumentException(policy + " has neither mechanism nor budget");
        }
    }

    /** A choice that leaves mechanism and budget to the program. */
    public PolicyChoice(Policy policy, Controller controller, long chunkBytes) {
        this(
                policy,
                controller,
                OptionalLong.of(chunkBytes),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** What a rip does unless told otherwise. */
    public static PolicyChoice standard() {
        return of(Policy.AUTO);
    }

    public static PolicyChoice plain() {
        return of(Policy.PLAIN);
    }

    /** A policy with its own controller. */
    public static PolicyChoice of(Policy policy) {
        return new PolicyChoice(
                policy,
                policy == Policy.PLAIN ? Controller.NONE : Controller.AUTO,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** Steady by this mechanism. */
    public static PolicyChoice steady(Mechanism mechanism) {
        return new PolicyChoice(
                Policy.STEADY,
                Controller.AUTO,
                OptionalLong.empty(),
                Optional.of(mechanism),
                OptionalLong.empty());
    }

    /** The same with another policy. */
    PolicyChoice with(Policy other) {
        return other == Policy.PLAIN
                ? plain()
                : new PolicyChoice(other, controller, chunkBytes, mechanism, budgetBytes);
    }
}
