package dev.spindle.ui.charts;

/**
 * Places values on a vertical axis that begins at 0, or, where it counts decades, at the lowest.
 *
 * @param max at its top
 * @param top where that is, in pixels
 * @param height in pixels
 * @param tickCount intervals between its begin and the top
 * @param low where an axis of decades begins; 0 for one that is even
 */
record ValueAxis(double max, double top, double height, int tickCount, double low) {
    private static final double[] DECIMAL_TOPS = {2, 4, 5, 8, 10};

    /** Its top is a round decimal number, at least {@code value}. */
    static ValueAxis decimal(double value, double top, double height) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(value, 2))));
        double max = unit * 10;
        for (int i = DECIMAL_TOPS.length - 1; i >= 0; i--) {
            if (DECIMAL_TOPS[i] * unit >= value) {
                max = DECIMAL_TOPS[i] * unit;
            }
        }
        return new ValueAxis(max, top, height, max % (5 * unit) == 0 ? 5 : 4, 0);
    }

    /** Its top is a power of two, as chunks are, at least {@code value} and 4. */
    static ValueAxis binary(double value, double top, double height) {
        double max = 4;
        while (max < value) {
            max *= 2;
        }
        return new ValueAxis(max, top, height, height < 70 ? 2 : 4, 0);
    }

    /** From {@code low} up by powers of ten, at least two of them, to at least {@code value}. */
    static ValueAxis decades(double low, double value, double top, double height) {
        double max = low * 100;
        int count = 2;
        while (max < value) {
            max *= 10;
            count++;
        }
        return new ValueAxis(max, top, height, count, low);
    }

    double y(double value) {
        double share = low > 0 ? Math.log10(Math.max(value, low) / low) / tickCount : value / max;
        return bottom() - height * Math.clamp(share, 0, 1);
    }

    double bottom() {
        return top + height;
    }

    double tick(int index) {
        return low > 0 ? low * Math.pow(10, index) : max * index / tickCount;
    }
}
