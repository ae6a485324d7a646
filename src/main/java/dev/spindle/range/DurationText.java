package dev.spindle.range;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1.5s}, {@code 10m}, {@code 2h}. */
public final class DurationText {
    private static final Pattern DURATION =
            Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(us|ms|s|m|min|h)?");
    private static final Map<String, Long> NANOS =
            Map.of(
                    "us", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "min", 60_000_000_000L,
                    "h", 3_600_000_000_000L);
    private static final BigDecimal LONGEST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private DurationText() {}

    /**
     * A number without a unit counts seconds.
     *
     * @throws IllegalArgumentException with one sentence for the user
     */
    public static Duration parse(String text) {
        var match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no duration; write for example 250ms, 1.5s, 10m or 2h");
        }
        String unit = match.group(2) == null ? "s" : match.group(2);
        var nanos =
                new BigDecimal(match.group(1))
                        .multiply(BigDecimal.valueOf(NANOS.getOrDefault(unit, 0L)));
        if (nanos.compareTo(LONGEST_NANOS) > 0) {
            throw new IllegalArgumentException("'" + text + "' is too long");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    /** Short text for people: {@code 340 ms}, {@code 14.2 s}, {@code 7:05 min}, {@code 2:03 h}. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
        }
        long minutes = duration.toMinutes();
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d min", minutes, duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d h", minutes / 60, minutes % 60);
    }

    public static String formatNanos(long nanos) {
        return format(Duration.ofNanos(nanos));
    }
}
