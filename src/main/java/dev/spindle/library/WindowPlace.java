package dev.spindle.library;

/**
 * Where the window was and what it showed, so that it comes back there.
 *
 * @param x left edge on the desktop, in JavaFX's logical pixels, as are all of these
 * @param y upper edge
 * @param width of the whole window, more than zero
 * @param height of the whole window, more than zero
 * @param page name of the page; empty for the first
 */
public record WindowPlace(
        double x, double y, double width, double height, boolean maximized, String page) {
    public WindowPlace {
        if (!(width > 0 && height > 0) || !Double.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException("no place for a window: " + width + " x " + height);
        }
    }
}
