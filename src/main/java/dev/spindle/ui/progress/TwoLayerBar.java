package dev.spindle.ui.progress;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import java.util.List;

/**
 * Progress in two layers: a light one for what was read, and a solid, taller one for what is safely
 * on disk. The heights differ so that the layers are told apart without their colours.
 */
public final class TwoLayerBar extends Region {
    private static final double READ_LAYER_SHARE_OF_HEIGHT = 0.5;

    private final DoubleProperty read = new SimpleDoubleProperty(this, "read");
    private final DoubleProperty durable = new SimpleDoubleProperty(this, "durable");
    private final Region track = layer("track");
    private final Region readLayer = layer("read-layer");
    private final Region durableLayer = layer("durable-layer");

    public TwoLayerBar() {
        getStyleClass().add("two-layer-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        getChildren().addAll(List.of(track, readLayer, durableLayer));
        read.addListener(_ -> requestLayout());
        durable.addListener(_ -> requestLayout());
    }

    private static Region layer(String styleClass) {
        var layer = new Region();
        layer.getStyleClass().add(styleClass);
        layer.setManaged(false);
        return layer;
    }

    public DoubleProperty readProperty() {
        return read;
    }

    public double getRead() {
        return read.get();
    }

    public void setRead(double share) {
        read.set(share);
    }

    public DoubleProperty durableProperty() {
        return durable;
    }

    public double getDurable() {
        return durable.get();
    }

    public void setDurable(double share) {
        durable.set(share);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double readHeight = snapSizeY(height * READ_LAYER_SHARE_OF_HEIGHT);
        double top = snapPositionY((height - readHeight) / 2);
        track.resizeRelocate(0, top, width, readHeight);
        readLayer.resizeRelocate(0, top, snapSizeX(width * read.get()), readHeight);
        durableLayer.resizeRelocate(0, 0, snapSizeX(width * durable.get()), height);
    }
}
