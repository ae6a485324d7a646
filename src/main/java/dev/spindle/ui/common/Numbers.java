package dev.spindle.ui.common;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;

import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/**
 * How numbers look in the window, where they change ten times a second and must not jump: with the
 * decimal sign of the texts' language.
 */
public final class Numbers {
    private Numbers() {}

    /** From the text of one number, which has a point and no groups. */
    private static String local(String number) {
        return number.replace('.', symbols().getDecimalSeparator());
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Texts.locale());
    }

    /** One decimal and always megabytes: {@code 21.4 MB/s}. */
    public static String rate(double bytesPerSecond) {
        return local(String.format(Locale.ROOT, "%.1f MB/s", bytesPerSecond / 1e6));
    }

    /** Three significant digits: {@code 4.38 GB}. */
    public static String size(long bytes) {
        return local(SizeText.format((double) bytes));
    }

    /** In the unit of chunks, to be compared with them: {@code 41.3 MiB}. */
    public static String mebibytes(long bytes) {
        return local(String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20)));
    }

    /** Never rounded up: 100 % stands for all of it and for nothing less. */
    public static String percent(long part, long whole) {
        double percent = whole <= 0 ? 0 : Math.floor(1000.0 * part / whole) / 10;
        return local(String.format(Locale.ROOT, "%.1f %%", Math.clamp(percent, 0, 100)));
    }

    /** Share of a whole between 0 and 1. */
    public static double share(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp((double) part / whole, 0, 1);
    }

    public static String duration(double seconds) {
        return local(
                DurationText.format(Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000))));
    }

    /** Seconds with one decimal, whatever their number: {@code 12.4 s}. */
    public static String seconds(double seconds) {
        return local(String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds)));
    }

    /** One on a chart's axis, with a decimal only where it needs one: {@code 12.5}. */
    public static String tick(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : local(String.format(Locale.ROOT, "%.1f", value));
    }

    /** A moment on the charts' axis: {@code 1:05} or {@code 1:00:05}. */
    public static String clock(double seconds) {
        long whole = Math.round(Math.max(0, seconds));
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** {@code 4.38 GB (4 380 123 136 bytes)}. */
    public static String exactSize(long bytes) {
        String exact = String.format(Locale.ROOT, "%,d", bytes).replace(',', '\u00A0');
        return Texts.format("common.size.exact", size(bytes), exact);
    }

    /**
     * A number as the user typed it, as {@link SizeText} reads it: {@code 1,5G} is {@code 1.5G}.
     */
    public static String typed(String size) {
        return size.strip().replace(symbols().getDecimalSeparator(), '.');
    }

    /** Binary where even, as options take it, else decimal: {@code 32 MiB}. */
    public static String chunk(long bytes) {
        return bytes >= 1 << 20 && bytes % (1 << 20) == 0
                ? SizeText.formatBinary(bytes)
                : size(bytes);
    }
}
