package dev.spindle.rip;

import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Every way to write back, with chunks so small that a small image has several. */
final class TestPolicies {
    private TestPolicies() {}

    static PolicyChoice classic() {
        return new PolicyChoice(Policy.CLASSIC, Controller.FIXED, TestImage.MIB);
    }

    static PolicyChoice steady(Mechanism mechanism) {
        return steady(Policy.STEADY, Optional.of(mechanism));
    }

    static PolicyChoice auto() {
        return steady(Policy.AUTO, Optional.empty());
    }

    private static PolicyChoice steady(Policy policy, Optional<Mechanism> mechanism) {
        return new PolicyChoice(
                policy,
                Controller.FIXED,
                OptionalLong.of(TestImage.MIB),
                mechanism,
                OptionalLong.of(4L * TestImage.MIB));
    }

    /** Steady by each mechanism, and what {@code auto} makes of it. */
    static Stream<PolicyChoice> steady() {
        return Stream.concat(
                Arrays.stream(Mechanism.values()).map(TestPolicies::steady), Stream.of(auto()));
    }

    static Stream<PolicyChoice> all() {
        return Stream.concat(Stream.of(PolicyChoice.plain(), classic()), steady());
    }
}
