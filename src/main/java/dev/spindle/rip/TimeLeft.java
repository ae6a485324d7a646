package dev.spindle.rip;

import dev.spindle.rip.RipSnapshot.Phase;

import java.util.Optional;

/**
 * The forecast until all is durable. Pure.
 *
 * @param openBytes still to be read
 * @param readPace of the last half minute, in bytes a second; 0 where it is not known
 * @param waitingBytes read, and not yet confirmed by the storage
 * @param confirmedPace of the last half minute, in bytes a second; 0 where nothing was confirmed
 */
record TimeLeft(long openBytes, double readPace, long waitingBytes, double confirmedPace) {
    /** Seconds; empty where nothing can be said. */
    Optional<Double> in(Phase phase) {
        return switch (phase) {
            case SWEEPING, MOVING ->
                    readPace > 0
                            ? Optional.of(
                                    // All that is to come goes through the storage.
                                    Math.max(
                                            openBytes / readPace,
                                            storing(openBytes + waitingBytes)))
                            : Optional.empty();
            // However the reading ended, no more is read.
            case FLUSHING ->
                    confirmedPace > 0 && waitingBytes > 0
                            ? Optional.of(storing(waitingBytes))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private double storing(long bytes) {
        return confirmedPace > 0 ? bytes / confirmedPace : 0;
    }
}
