package dev.spindle.audio.secure;

import java.util.OptionalInt;

/**
 * Finds known samples in what was read: a drive may begin a command some samples away from where it
 * was asked to (cd-paranoia calls that jitter). Pure.
 */
final class Overlap {
    /** As far as a command may be off: two sectors, more than drives are known for. */
    static final int MOST_SAMPLES = 2 * SampleWords.SECTOR_SAMPLES;

    /** Of so many samples one may differ: an error in either reading must not hide the place. */
    private static final int ERRORS = 20;

    private Overlap() {}

    /**
     * How far the known samples lie from where they are expected; the nearest place counts. Silence
     * is found where it is expected.
     *
     * @param expected index in {@code read} at which they would begin
     * @return empty where they are not there
     */
    static OptionalInt shift(int[] known, int[] read, int expected) {
        if (isFlat(known)) {
            return OptionalInt.of(0);
        }
        for (int distance = 0; distance <= MOST_SAMPLES; distance++) {
            if (matches(known, read, expected + distance)) {
                return OptionalInt.of(distance);
            }
            if (distance > 0 && matches(known, read, expected - distance)) {
                return OptionalInt.of(-distance);
            }
        }
        return OptionalInt.empty();
    }

    static boolean matches(int[] known, int[] read, int at) {
        if (at < 0 || at + known.length > read.length) {
            return false;
        }
        int left = known.length / ERRORS;
        for (int i = 0; i < known.length; i++) {
            if (known[i] != read[at + i] && --left < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all samples are alike: silence, which looks the same wherever it lies. */
    static boolean isFlat(int[] samples) {
        return isFlat(samples, 0, samples.length);
    }

    static boolean isFlat(int[] samples, int from, int end) {
        for (int i = from; i < end; i++) {
            if (samples[i] != samples[from]) {
                return false;
            }
        }
        return true;
    }
}
