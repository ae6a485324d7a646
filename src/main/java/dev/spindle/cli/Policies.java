package dev.spindle.cli;

import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.jspecify.annotations.Nullable;

/** Reads {@code --policy}, {@code --controller} and {@code --chunk}. Pure. */
final class Policies {
    private Policies() {}

    static PolicyChoice of(
            @Nullable String policy, @Nullable String controller, @Nullable String chunk)
            throws UsageException {
        if (policy(policy) == Policy.PLAIN) {
            refuseWithPlain("--controller", controller);
            refuseWithPlain("--chunk", chunk);
            return PolicyChoice.plain();
        }
        return new PolicyChoice(
                Policy.CLASSIC,
                controller(controller),
                chunk == null
                        ? PolicyChoice.DEFAULT_CHUNK_BYTES
                        : RipRequests.size("--chunk", chunk));
    }

    private static void refuseWithPlain(String option, @Nullable String value)
            throws UsageException {
        if (value != null) {
            throw new UsageException(
                    option + " has no meaning with --policy plain; leave one of them out");
        }
    }

    private static Policy policy(@Nullable String text) throws UsageException {
        if (text == null || text.equals("classic")) {
            return Policy.CLASSIC;
        }
        if (text.equals("plain")) {
            return Policy.PLAIN;
        }
        throw new UsageException(
                NotYet.POLICIES.contains(text)
                        ? NotYet.sentence("--policy " + text)
                        : "--policy: '" + text + "' is no policy; write classic or plain");
    }

    /** {@code auto} is what {@code classic} does unless told otherwise. */
    private static Controller controller(@Nullable String text) throws UsageException {
        if (text == null || text.equals("p95") || text.equals("auto")) {
            return Controller.P95;
        }
        if (text.equals("fixed")) {
            return Controller.FIXED;
        }
        throw new UsageException(
                NotYet.CONTROLLERS.contains(text)
                        ? NotYet.sentence("--controller " + text)
                        : "--controller: '" + text + "' is no controller; write p95 or fixed");
    }
}
