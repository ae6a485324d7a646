package dev.spindle.rip.stream;

import dev.spindle.os.Errno;

import java.time.Duration;
import java.util.Optional;

/**
 * When a write that failed is repeated from its buffer, and a sync that failed tried again. A fault
 * that passes, a cable or a server that comes back, is over within half a minute or is none that
 * waiting cures. Pure.
 */
public final class WriteRetry {
    private static final int TRIES = 12;

    /**
     * A server that is away is waited for as long as one that hangs would be, within reason: with
     * the pauses between them five minutes.
     */
    public static final int TRIES_OF_ONE_AWAY = 98;

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMillis(3200);

    private WriteRetry() {}

    /**
     * How long to wait before the next try.
     *
     * @param attempt how many tries have failed, from 1
     * @param renewed whether the file is opened anew meanwhile, so that a dead handle is no end
     * @return empty where no further try makes sense
     */
    public static Optional<Duration> pause(int attempt, Errno errno, boolean renewed) {
        if (attempt >= tries(errno, renewed) || isLasting(errno, renewed)) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /** How often at most the same thing is tried; only a share has a server that can be away. */
    private static int tries(Errno errno, boolean renewed) {
        return renewed && errno.meansAway() ? TRIES_OF_ONE_AWAY : TRIES;
    }

    private static boolean isLasting(Errno errno, boolean renewed) {
        return errno.meansFull()
                || switch (errno) {
                    case EROFS, EACCES, EPERM, ENODEV, ENXIO, EINVAL -> true;
                    case EBADF, ESTALE -> !renewed;
                    default -> false;
                };
    }
}
