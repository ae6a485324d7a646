package dev.spindle.timeline;

import dev.spindle.range.DurationText;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        return most(stalledSeconds, storage)
                .map(most ->
                        String.format(
                                Locale.ROOT,
                                " %s; the longest stall took %s, at %.0f %%.",
                                most,
                                text(longest.seconds()),
                                Math.floor(100 * longestAtShare)))
                .orElse("");
    }

    /**
     * Of an image that was moved, about the time in which it was ripped.
     *
     * @param stalledSeconds of the rip alone; its storage is the staging folder, or where it was
     *     moved several times, those before the last one
     */
    public static String aboutRipping(Map<Side, Double> stalledSeconds) {
        return most(stalledSeconds, "the staging folder")
                .map(most -> " While it was ripped, " + most + ".")
                .orElse("");
    }

    /** Of a rip that was taken off its destination, about the time before that. */
    public static String aboutTheTimeBefore(Map<Side, Double> stalledSeconds, String storage) {
        return most(stalledSeconds, storage)
                .map(most -> " Before the rip was taken off its destination, " + most + ".")
                .orElse("");
    }

    private static Optional<String> most(Map<Side, Double> stalledSeconds, String storage) {
        double total = stalledSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total < WORTH_TELLING_SECONDS) {
            return Optional.empty();
        }
        var most =
                stalledSeconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the %s of waiting was %s",
                        Math.floor(100 * most.getValue() / total),
                        text(total),
                        name(most.getKey(), storage)));
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
