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
            case SWEEPING ->
                    readPace > 0
                            ? Optional.of(Math.max(openBytes / readPace, storing()))
                            : Optional.empty();
            case FLUSHING -> confirmedPace > 0 ? Optional.of(storing()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** All that is to come goes through the storage: the slower of the two decides. */
    private double storing() {
        return confirmedPace > 0 ? (openBytes + waitingBytes) / confirmedPace : 0;
    }
}
