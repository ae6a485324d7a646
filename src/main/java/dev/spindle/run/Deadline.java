package dev.spindle.run;

/**
 * A moment on the clock of {@link Concurrency#nanoTime}, or never.
 *
 * @param atNanos the moment; meaningless where {@code isNever} holds
 * @param isNever whether it never comes
 */
public record Deadline(long atNanos, boolean isNever) {
    private static final Deadline NEVER = new Deadline(0, true);

    public static Deadline at(long nanos) {
        return new Deadline(nanos, false);
    }

    public static Deadline never() {
        return NEVER;
    }

    /** Nanoseconds left at {@code nowNanos}; zero or less once it has passed. */
    public long remainingNanos(long nowNanos) {
        return isNever ? Long.MAX_VALUE : atNanos - nowNanos;
    }

    public boolean hasPassed(long nowNanos) {
        return remainingNanos(nowNanos) <= 0;
    }

    /** The earlier of both. */
    public Deadline orEarlier(Deadline other) {
        if (isNever) {
            return other;
        }
        return other.isNever || atNanos - other.atNanos <= 0 ? this : other;
    }
}
