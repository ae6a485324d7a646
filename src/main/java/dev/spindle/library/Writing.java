package dev.spindle.library;

import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How bytes are to be written back.
 *
 * @param budgetBytes the most that may be unconfirmed, more than zero; empty for the usual
 * @param ringBytes size of the ring between drive and file, more than zero; empty to take it from
 *     drive and memory
 * @param mechanism empty to find it by asking the file
 */
public record Writing(
        Policy policy,
        OptionalLong budgetBytes,
        OptionalLong ringBytes,
        Optional<Mechanism> mechanism) {
    public static final Writing STANDARD =
            new Writing(Policy.AUTO, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    /** What the engine is asked for; budget and mechanism only where the policy has them. */
    public PolicyChoice choice() {
        boolean isBounded = policy == Policy.AUTO || policy == Policy.STEADY;
        return new PolicyChoice(
                policy,
                policy == Policy.PLAIN ? Controller.NONE : Controller.AUTO,
                OptionalLong.empty(),
                isBounded ? mechanism : Optional.empty(),
                isBounded ? budgetBytes : OptionalLong.empty());
    }

    public Writing with(Policy next) {
        return new Writing(next, budgetBytes, ringBytes, mechanism);
    }

    public Writing withBudget(OptionalLong nextBytes) {
        return new Writing(policy, nextBytes, ringBytes, mechanism);
    }

    public Writing withRing(OptionalLong nextBytes) {
        return new Writing(policy, budgetBytes, nextBytes, mechanism);
    }
}
