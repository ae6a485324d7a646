package dev.spindle.ui.charts;

import dev.spindle.timeline.Side;

import javafx.scene.canvas.GraphicsContext;

import java.util.Arrays;

/** A small sample of a line, an area or a stall's band, for legends. */
public final class Swatch extends Painted {
    private static final double WIDTH = 24;
    private static final double HEIGHT = 14;
    private static final int DOTS = 3;

    private final StallBands bands = new StallBands(this);
    private String sample = "";

    public Swatch() {
        getStyleClass().add("swatch");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    /** A constant of {@link Side}, or the name of one of the charts' lines. */
    public String getSample() {
        return sample;
    }

    public void setSample(String name) {
        sample = name;
        requestLayout();
    }

    @Override
    protected void paint(GraphicsContext pen, double width, double height) {
        for (Side side : Side.values()) {
            if (side.name().equals(sample)) {
                bands.paintSample(pen, side, width, height);
            }
        }
        if (sample.equals(Ink.WAIT.name())) {
            paintDots(pen, width, height);
        }
        Arrays.stream(LineStyle.values())
                .filter(style -> style.name().equals(sample))
                .forEach(style -> paintLine(pen, style, width, height));
    }

    private void paintDots(GraphicsContext pen, double width, double height) {
        pen.setFill(ink(Ink.WAIT));
        for (int i = 1; i <= DOTS; i++) {
            WaitPlot.dot(pen, width * i / (DOTS + 1), height / 2 + (i % 2 == 0 ? -2 : 2));
        }
    }

    private void paintLine(GraphicsContext pen, LineStyle style, double width, double height) {
        if (style == LineStyle.UNCONFIRMED) {
            pen.setFill(ink(Ink.UNCONFIRMED).deriveColor(0, 1, 1, ChunkPlot.AREA_SHADE));
            pen.fillRect(0, 2, width, height - 4);
            style.applyTo(pen, this);
            pen.strokeLine(0, 2.5, width, 2.5);
            return;
        }
        style.applyTo(pen, this);
        pen.strokeLine(1, height / 2, width - 1, height / 2);
    }
}
