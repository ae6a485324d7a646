package dev.spindle.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps samples at equal distances, never too many of them: a pass may take hours. One owner
 * writes, all may read.
 */
final class SampleBook {
    static final int MOST = 600;
    private static final long FIRST_DISTANCE_NANOS = Duration.ofMillis(250).toNanos();

    private final List<ProbeSample> kept = new ArrayList<>();
    private volatile List<ProbeSample> published = List.of();
    private long distanceNanos = FIRST_DISTANCE_NANOS;
    private long nextNanos;

    /** Takes a sample where one is due. */
    void take(long elapsedNanos, long writtenBytes, long confirmedBytes) {
        if (elapsedNanos >= nextNanos) {
            takeAnyhow(elapsedNanos, writtenBytes, confirmedBytes);
        }
    }

    /** The end of a pass is worth a sample, too. */
    void takeAnyhow(long elapsedNanos, long writtenBytes, long confirmedBytes) {
        if (!kept.isEmpty() && elapsedNanos / 1e9 <= kept.getLast().seconds()) {
            return;
        }
        kept.add(new ProbeSample(elapsedNanos / 1e9, writtenBytes, confirmedBytes));
        if (kept.size() > MOST) {
            thin();
        }
        nextNanos = elapsedNanos + distanceNanos;
        published = List.copyOf(kept);
    }

    /** Leaves every second one, the first and the last among them. */
    private void thin() {
        var even = new ArrayList<ProbeSample>();
        for (int i = 0; i < kept.size(); i += 2) {
            even.add(kept.get(i));
        }
        kept.clear();
        kept.addAll(even);
        distanceNanos *= 2;
    }

    List<ProbeSample> samples() {
        return published;
    }
}
