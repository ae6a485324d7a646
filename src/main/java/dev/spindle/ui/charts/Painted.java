package dev.spindle.ui.charts;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A region that is painted on a canvas of its size, in colours of the style sheet. */
public abstract class Painted extends Region {
    private static final StyleablePropertyFactory<Painted> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Canvas canvas = new Canvas();
    private final Map<Ink, StyleableProperty<Color>> inks = new EnumMap<>(Ink.class);

    // The factory only keeps the reference; it asks for the property when a sheet is applied.
    @SuppressWarnings("this-escape")
    protected Painted() {
        getStyleClass().add("painted");
        canvas.setManaged(false);
        getChildren().add(canvas);
        for (Ink ink : Ink.values()) {
            var property =
                    CSS.createStyleableColorProperty(
                            this,
                            ink.name(),
                            ink.cssName(),
                            painted -> painted.inkProperty(ink),
                            ink.initial());
            inks.put(ink, property);
            ((ObservableValue<?>) property).addListener(_ -> requestLayout());
        }
    }

    private StyleableProperty<Color> inkProperty(Ink ink) {
        StyleableProperty<Color> property = inks.get(ink);
        if (property == null) {
            throw new IllegalStateException("not yet made: " + ink);
        }
        return property;
    }

    protected final Color ink(Ink ink) {
        return inkProperty(ink).getValue();
    }

    /** Paints all of it; the canvas is empty. */
    protected abstract void paint(GraphicsContext pen, double width, double height);

    protected final void repaint() {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            paint(pen, canvas.getWidth(), canvas.getHeight());
        }
    }

    @Override
    protected final void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
