package dev.spindle.writeback;

import dev.spindle.os.MemoryLimits;

import java.util.OptionalLong;

/**
 * How many bytes of a device may be unconfirmed (src/docs/writeback.md, "Budget and window"). Pure.
 */
public final class BudgetRule {
    /** Unless told otherwise. */
    public static final long DEFAULT_BYTES = 64L << 20;

    /** Below this there is no room for a chunk beside a write. */
    public static final long LEAST_BYTES = 4L << 20;

    private static final int SHARE = 4;

    private BudgetRule() {}

    /**
     * The budget on this machine: what was asked for, at most a quarter of the kernel's dirty limit
     * and of the memory that the process may use.
     */
    public static long bytes(OptionalLong asked, MemoryLimits limits) {
        long limit = Math.min(limits.dirtyBytes().orElse(Long.MAX_VALUE), limits.processBytes());
        return Math.max(LEAST_BYTES, Math.min(asked.orElse(DEFAULT_BYTES), limit / SHARE));
    }
}
