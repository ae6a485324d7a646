package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

/**
 * Counts the calls under way on something that may be closed only when nobody is in one. Safe for
 * all threads.
 */
final class Usage {
    private final Gate gate;
    private int calls;
    private boolean retired;

    Usage(Concurrency concurrency) {
        this.gate = concurrency.gate("usage");
    }

    /** A call begins; false where none may begin any more. */
    boolean begin() {
        return gate.read(() -> {
            if (retired) {
                return false;
            }
            calls++;
            return true;
        });
    }

    /** The call has returned; true where it was the last, so that the caller closes the thing. */
    boolean end() {
        return gate.read(() -> {
            calls--;
            return retired && calls == 0;
        });
    }

    /** No call may begin any more; true where none is under way, so that the caller closes it. */
    boolean retire() {
        return gate.read(() -> {
            boolean mine = !retired && calls == 0;
            retired = true;
            return mine;
        });
    }
}
