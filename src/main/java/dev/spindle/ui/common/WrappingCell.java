package dev.spindle.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.control.ListCell;

/**
 * A cell as wide as its list and as high as its graphic needs there: long lines are wrapped, which
 * a plain cell leaves out, and nothing scrolls sideways.
 *
 * @param <T> what the list holds
 */
public abstract class WrappingCell<T> extends ListCell<T> {
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width > 0 ? width : getWidth();
        var graphic = getGraphic();
        if (graphic == null || given <= 0) {
            return super.computePrefHeight(width);
        }
        double inner = given - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + graphic.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
