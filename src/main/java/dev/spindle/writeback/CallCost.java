package dev.spindle.writeback;

/**
 * What a write call costs, whatever it brings, and what each buffer in it costs besides: a line
 * through the latest calls. Where the storage is busy with others' writes a call waits for its
 * turn, and one that brings more is hardly slower. One owner. Pure.
 */
public final class CallCost {
    /** Of the weight that a call has, what is left of it with the next one. */
    private static final double FORGETTING = 0.9;

    /**
     * Calls that bring alike much say nothing about the line; it stays as it was known then. Of
     * calls of less than a buffer it is this share of the square of what they bring.
     */
    private static final double LEAST_VARIANCE = 0.1;

    /** What a call costs is worth a longer one where it is this much of a buffer's own cost. */
    private static final double WORTH = 0.5;

    /**
     * This much of a buffer's own cost: calls of four buffers in place of eight cost 2.4 % more.
     */
    private static final double NOTHING = 0.2;

    /** A line through fewer than seven calls is no more than a guess. */
    private static final double LEAST_WEIGHT = 5;

    /** A call that takes so many times what the line says does not belong to it. */
    private static final double MOST_TIMES = 4;

    /** So that most of a call's time goes to what it brings. */
    private static final int TIMES = 2;

    private double weight;
    private double meanCount;
    private double meanNanos;
    private double variance;
    private double covariance;
    private double bufferNanos;
    private double callNanos;
    private boolean wasBeyond;

    /**
     * A call has returned.
     *
     * @param count how many buffers it has brought
     */
    public void took(double count, long elapsedNanos) {
        boolean isBeyond = isKnown() && elapsedNanos > MOST_TIMES * told(count);
        if (isBeyond && !wasBeyond) {
            // One call that lasts says little of the others.
            wasBeyond = true;
            return;
        }
        wasBeyond = false;
        if (isBeyond) {
            // It has become another device: a line through both is that of neither.
            forget();
        }
        double nanos = Math.min((double) elapsedNanos, mostTold());
        weight = FORGETTING * weight + 1;
        double byCount = count - meanCount;
        double byNanos = nanos - meanNanos;
        meanCount += byCount / weight;
        meanNanos += byNanos / weight;
        double share = 1 - 1 / weight;
        variance = share * (variance + byCount * byCount / weight);
        covariance = share * (covariance + byCount * byNanos / weight);
        if (variance >= LEAST_VARIANCE * Math.min(1, meanCount * meanCount)) {
            bufferNanos = Math.max(0, covariance / variance);
            callNanos = Math.max(0, meanNanos - bufferNanos * meanCount);
        }
    }

    /**
     * How many buffers a call should bring.
     *
     * @param most what no call is given more than
     */
    public int worth(int most) {
        if (!isForTheTurn()) {
            return 1;
        }
        return bufferNanos * most <= TIMES * callNanos
                ? most
                : (int) Math.max(2, Math.round(TIMES * callNanos / bufferNanos));
    }

    /** Whether it is known that a call costs next to nothing by itself. */
    boolean isAllInTheBuffers() {
        return isKnown() && callNanos <= NOTHING * bufferNanos;
    }

    /** Whether it is known that a call waits for its turn, whatever it brings. */
    boolean isForTheTurn() {
        return isKnown() && callNanos > WORTH * bufferNanos;
    }

    private void forget() {
        weight = 0;
        meanCount = 0;
        meanNanos = 0;
        variance = 0;
        covariance = 0;
        bufferNanos = 0;
        callNanos = 0;
    }

    /** Before there is a line: so that none is drawn through one call that lasts. */
    private double mostTold() {
        return !isKnown() && meanNanos > 0 ? 2 * MOST_TIMES * meanNanos : Double.MAX_VALUE;
    }

    private boolean isKnown() {
        return weight >= LEAST_WEIGHT && told(1) > 0;
    }

    private double told(double count) {
        return callNanos + bufferNanos * count;
    }

    /**
     * How many buffers the storage takes in this time, once the turn of a call has come.
     *
     * @return infinite where that is not known
     */
    double takenIn(double nanos) {
        return nanos / bufferNanos;
    }
}
