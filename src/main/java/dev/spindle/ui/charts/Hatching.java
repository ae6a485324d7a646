package dev.spindle.ui.charts;

import dev.spindle.timeline.Side;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

import java.util.HashMap;
import java.util.Map;

/**
 * The hatching of each side as a tile that repeats over the whole plot: lines of neighbouring bands
 * meet, and bands that grow don't shimmer. A picture of two hundred stalls would be ten thousand
 * lines, which a machine that draws by software can't paint ten times a second; with tiles it is
 * two hundred rectangles. For the interface thread.
 */
final class Hatching {
    /** From one line to the next, in pixels of the plot. */
    private static final int DISTANCE = 6;

    /** The tile has more pixels than the plot, for screens that have, too. */
    private static final int SCALE = 2;

    private static final double HALF_LINE = 0.5;

    private record Key(Side side, Color colour) {}

    private final Map<Key, ImagePattern> patterns = new HashMap<>();

    ImagePattern of(Side side, Color colour) {
        return patterns.computeIfAbsent(new Key(side, colour), Hatching::make);
    }

    private static ImagePattern make(Key key) {
        int pixels = DISTANCE * SCALE;
        var tile = new WritableImage(pixels, pixels);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                double away = away(key.side(), (x + 0.5) / SCALE, (y + 0.5) / SCALE);
                double cover = Math.clamp(HALF_LINE * SCALE - away * SCALE + 0.5, 0, 1);
                tile.getPixelWriter().setColor(x, y, key.colour().deriveColor(0, 1, 1, cover));
            }
        }
        return new ImagePattern(tile, 0, 0, DISTANCE, DISTANCE, false);
    }

    /** How far a point is from the middle of the nearest line. */
    private static double away(Side side, double x, double y) {
        return switch (side) {
            case STORAGE -> toNearest(x - y) * Math.sqrt(0.5);
            case DRIVE -> toNearest(x + y) * Math.sqrt(0.5);
            case USER -> toNearest(y - HALF_LINE);
            case SELF -> toNearest(x - HALF_LINE);
        };
    }

    private static double toNearest(double place) {
        double within = place - Math.floor(place / DISTANCE) * DISTANCE;
        return Math.min(within, DISTANCE - within);
    }
}
