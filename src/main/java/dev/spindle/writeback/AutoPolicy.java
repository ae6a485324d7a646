package dev.spindle.writeback;

import dev.spindle.os.FileSystemKind;
import dev.spindle.writeback.PolicyChoice.Policy;

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
    public static Decision forKind(FileSystemKind kind) {
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

    /** The choice with AUTO replaced; a wish for mechanism or budget means steady. */
    static PolicyChoice resolve(PolicyChoice choice, FileSystemKind kind) {
        if (choice.policy() != Policy.AUTO) {
            return choice;
        }
        boolean bounded = choice.mechanism().isPresent() || choice.budgetBytes().isPresent();
        return choice.with(bounded ? Policy.STEADY : forKind(kind).policy());
    }
}
