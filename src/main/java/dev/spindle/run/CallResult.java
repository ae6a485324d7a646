package dev.spindle.run;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** How a call on a {@link RoleWorker} ended. */
public sealed interface CallResult<T extends @Nullable Object> {
    /** It returned; {@code elapsedNanos} were spent in it, hand-over excluded. */
    record Returned<T extends @Nullable Object>(T value, long elapsedNanos)
            implements CallResult<T> {}

    /** It failed as such calls do. */
    record Failed<T extends @Nullable Object>(IOException problem, long elapsedNanos)
            implements CallResult<T> {}

    /** It had not returned when its limit passed. */
    record TimedOut<T extends @Nullable Object>() implements CallResult<T> {}

    /** Nobody waits any longer, because of a stop. */
    record Stopped<T extends @Nullable Object>() implements CallResult<T> {}
}
