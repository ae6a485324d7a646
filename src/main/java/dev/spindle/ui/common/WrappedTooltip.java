package dev.spindle.ui.common;

import javafx.scene.control.Tooltip;

/** A tooltip whose long text is wrapped, so that it stays within a small window. */
public final class WrappedTooltip extends Tooltip {
    private static final double WIDEST_PIXELS = 480;

    public WrappedTooltip() {
        setWrapText(true);
        setMaxWidth(WIDEST_PIXELS);
    }
}
