package dev.spindle.timeline;

import dev.spindle.range.DurationText;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The part of the verdict that says which side cost the time. Pure. */
public final class VerdictText {
    private static final double WORTH_TELLING_SECONDS = 0.5;

    private VerdictText() {}

    /**
     * One sentence about the waiting; empty where there was next to none.
     *
     * @param longest the longest single stall
     * @param longestAtShare how far the rip was then, 0 to 1
     * @param storage what people call the storage
     */
    public static String aboutWaiting(
            Map<Side, Double> stalledSeconds,
            Stall longest,
            double longestAtShare,
            String storage) {
        double total = stalledSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total < WORTH_TELLING_SECONDS) {
            return "";
        }
        var most =
                stalledSeconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return String.format(
                Locale.ROOT,
                " %.0f %% of the %s of waiting was %s; the longest stall took %s, at %.0f %%.",
                Math.floor(100 * most.getValue() / total),
                text(total),
                name(most.getKey(), storage),
                text(longest.seconds()),
                Math.floor(100 * longestAtShare));
    }

    private static String text(double seconds) {
        return DurationText.format(Duration.ofNanos((long) (seconds * 1e9)));
    }

    private static String name(Side side, String storage) {
        return switch (side) {
            case DRIVE -> "the drive or the disc";
            case STORAGE -> storage;
            case USER -> "the pause you asked for";
            case SELF -> "this computer or Spindle itself";
        };
    }
}
