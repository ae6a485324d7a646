package dev.spindle.range;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sizes and rates as coreutils writes them: {@code 8M} and {@code 8MiB} are 8 × 1024 × 1024, {@code
 * 8MB} is 8 000 000. Rates are the same text, in bytes a second, with an optional {@code /s}.
 *
 * @see <a href="https://www.gnu.org/software/coreutils/manual/html_node/Block-size.html">Block
 *     size</a>
 */
public final class SizeText {
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)([A-Za-z]{0,3})");
    private static final Map<String, Long> UNITS =
            Map.ofEntries(
                    Map.entry("", 1L),
                    Map.entry("b", 1L),
                    Map.entry("k", 1L << 10),
                    Map.entry("kib", 1L << 10),
                    Map.entry("kb", 1_000L),
                    Map.entry("m", 1L << 20),
                    Map.entry("mib", 1L << 20),
                    Map.entry("mb", 1_000_000L),
                    Map.entry("g", 1L << 30),
                    Map.entry("gib", 1L << 30),
                    Map.entry("gb", 1_000_000_000L),
                    Map.entry("t", 1L << 40),
                    Map.entry("tib", 1L << 40),
                    Map.entry("tb", 1_000_000_000_000L));
    private static final String[] DECIMAL = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private SizeText() {}

    /**
     * Reads a size.
     *
     * @return bytes
     * @throws IllegalArgumentException with one sentence for the user
     */
    public static long parse(String text) {
        var match = SIZE.matcher(text.strip());
        Long unit = match.matches() ? UNITS.get(match.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no size; write for example 64M, 8MB or 4096");
        }
        var bytes = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(unit));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is too large");
        }
        return bytes.longValue();
    }

    /**
     * Reads a rate.
     *
     * @return bytes a second, more than zero
     * @throws IllegalArgumentException with one sentence for the user
     */
    public static long parseRate(String text) {
        String stripped = text.strip();
        String size =
                stripped.endsWith("/s") ? stripped.substring(0, stripped.length() - 2) : stripped;
        long rate;
        try {
            rate = parse(size);
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no rate; write for example 20M or 500K (bytes a second)",
                    problem);
        }
        if (rate == 0) {
            throw new IllegalArgumentException("a rate must be more than zero");
        }
        return rate;
    }

    /** Three significant digits and a decimal unit: {@code 1.47 GB}. */
    public static String format(double bytes) {
        double value = Math.abs(bytes);
        int unit = 0;
        while (value >= 999.5 && unit < DECIMAL.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        String sign = bytes < 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%." + decimals + "f %s", sign, value, DECIMAL[unit]);
    }

    public static String format(long bytes) {
        return format((double) bytes);
    }

    public static String formatRate(double bytesPerSecond) {
        return format(bytesPerSecond) + "/s";
    }

    /** A size in the binary units that options take: {@code 32 MiB}; plain bytes where uneven. */
    public static String formatBinary(long bytes) {
        String[] units = {"TiB", "GiB", "MiB", "KiB"};
        for (int i = 0; i < units.length; i++) {
            long unit = 1L << (10 * (units.length - i));
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + " " + units[i];
            }
        }
        return bytes + " B";
    }
}
