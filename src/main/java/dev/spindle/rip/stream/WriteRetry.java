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
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMillis(3200);

    private WriteRetry() {}

    /**
     * How long to wait before the next try.
     *
     * @param attempt how many tries have failed, from 1
     * @return empty where no further try makes sense
     */
    public static Optional<Duration> pause(int attempt, Errno errno) {
        if (attempt >= TRIES || isLasting(errno)) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    private static boolean isLasting(Errno errno) {
        return errno.meansFull()
                || switch (errno) {
                    case EROFS, EBADF, EACCES, EPERM, ENODEV, ENXIO, EINVAL, ESTALE -> true;
                    default -> false;
                };
    }
}
