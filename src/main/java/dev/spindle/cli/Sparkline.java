package dev.spindle.cli;

import dev.spindle.timeline.ChartPoint;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A curve as one line of ASCII, the higher the darker. Pure. */
final class Sparkline {
    private static final String SHADES = " .:-=+*#%@";

    private Sparkline() {}

    /**
     * Draws values over time.
     *
     * @param chart oldest first; each point stands for the time since the one before
     * @param top the value that is drawn darkest
     */
    static String of(
            List<ChartPoint> chart, ToDoubleFunction<ChartPoint> value, double top, int width) {
        double end = chart.isEmpty() ? 0 : chart.getLast().seconds();
        if (!(end > 0) || !(top > 0)) {
            return "";
        }
        var line = new StringBuilder(width);
        int point = 0;
        for (int column = 0; column < width; column++) {
            double until = end * (column + 1) / width;
            double sum = 0;
            int count = 0;
            while (point < chart.size() && chart.get(point).seconds() <= until) {
                sum += value.applyAsDouble(chart.get(point++));
                count++;
            }
            if (count == 0) {
                // Fewer points than columns: the one that ends later covers this one too.
                sum = value.applyAsDouble(chart.get(Math.min(point, chart.size() - 1)));
                count = 1;
            }
            line.append(shade(sum / count / top));
        }
        return line.toString();
    }

    private static char shade(double share) {
        int last = SHADES.length() - 1;
        int shade = Math.clamp(Math.round(share * last), 0, last);
        // A trickle is not nothing.
        return SHADES.charAt(share > 0 ? Math.max(1, shade) : shade);
    }
}
