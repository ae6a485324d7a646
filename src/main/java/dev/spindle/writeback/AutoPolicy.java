package dev.spindle.writeback;

import dev.spindle.os.FileSystemKind;
import dev.spindle.writeback.PolicyChoice.Policy;

import java.util.Optional;

/**
 * Which policy {@code auto} takes for which kind of file system, and why. The figures behind it
 * stand in src/docs/writeback.md.
 */
public final class AutoPolicy {
    /**
     * What was decided.
     *
     * @param evidence one sentence
     */
    public record Decision(Policy policy, String evidence) {}

    private AutoPolicy() {}

    /** The decision for this kind. */
    static Decision forKind(FileSystemKind kind) {
        return switch (kind.family()) {
            case LOCAL ->
                    new Decision(
                            Policy.STEADY,
                            "on a disk slower than the drive steady's longest stall is a small"
                                    + " part of classic's, in the same time");
            case NFS, NETWORK, FUSE ->
                    new Decision(
                            Policy.STEADY,
                            "only a budget bounds what lies unconfirmed on the way to a server");
            case MEMORY ->
                    new Decision(Policy.PLAIN, "there is no device behind it to write back to");
        };
    }

    /** What is decided for the choice, and why; empty where the choice leaves nothing to decide. */
    public static Optional<Decision> decide(PolicyChoice choice, FileSystemKind kind) {
        if (choice.policy() != Policy.AUTO) {
            return Optional.empty();
        }
        boolean bounded = choice.mechanism().isPresent() || choice.budgetBytes().isPresent();
        return Optional.of(
                bounded
                        ? new Decision(
                                Policy.STEADY, "a mechanism or a budget has a meaning there only")
                        : forKind(kind));
    }

    /** The choice with AUTO replaced; a wish for mechanism or budget means steady. */
    static PolicyChoice resolve(PolicyChoice choice, FileSystemKind kind) {
        return decide(choice, kind).map(decided -> choice.with(decided.policy())).orElse(choice);
    }
}
