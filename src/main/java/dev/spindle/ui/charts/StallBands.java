package dev.spindle.ui.charts;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.Texts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

import java.util.List;

/**
 * Shades stalls in the colour of the side that caused them. A letter at the top and the slant of
 * the hatching say the same without colour.
 */
final class StallBands {
    static final double LETTER_LANE = 14;
    private static final double LEAST_WIDTH = 2;
    private static final double LETTER_WIDTH = 12;
    private static final double SHADE = 0.14;
    private static final double HATCH_SHADE = 0.38;
    private static final Font LETTERS = Font.font(null, FontWeight.BOLD, 10);

    private final Painted painted;
    private final Hatching hatching = new Hatching();

    StallBands(Painted painted) {
        this.painted = painted;
    }

    void paint(GraphicsContext pen, List<Stall> stalls, TimeAxis time, double bottom) {
        double lettersEnd = 0;
        for (Stall stall : stalls) {
            double x = time.x(stall.startSeconds());
            double right = time.x(stall.startSeconds() + stall.seconds());
            double width = Math.max(LEAST_WIDTH, right - x);
            Color colour = painted.ink(Ink.of(stall.side()));
            shade(pen, stall.side(), colour, x, width, bottom);
            if (x >= lettersEnd) {
                letter(pen, stall.side(), colour, x, Math.max(width, LETTER_WIDTH));
                lettersEnd = x + Math.max(width, LETTER_WIDTH);
            } else if (x + width > lettersEnd) {
                // No room for a letter, but the lane shows that something is here.
                pen.setFill(colour);
                pen.fillRect(lettersEnd, 0, x + width - lettersEnd, LETTER_LANE);
                lettersEnd = x + width;
            }
        }
    }

    /** A frame around one, with a bar on its foot. */
    void paintMark(GraphicsContext pen, Stall stall, TimeAxis time, double bottom) {
        double x = time.x(stall.startSeconds());
        double right = time.x(stall.startSeconds() + stall.seconds());
        double width = Math.max(LEAST_WIDTH, right - x);
        pen.setStroke(painted.ink(Ink.CURSOR));
        pen.setLineWidth(2);
        pen.setLineDashes();
        pen.strokeRect(x - 1, 1, width + 2, Math.max(0, bottom - 2));
    }

    /** A small sample for the legend. */
    void paintSample(GraphicsContext pen, Side side, double width, double height) {
        Color colour = painted.ink(Ink.of(side));
        shade(pen, side, colour, 0, width, height);
        letter(pen, side, colour, 0, width);
    }

    private void shade(
            GraphicsContext pen, Side side, Color colour, double x, double width, double bottom) {
        double height = bottom - LETTER_LANE;
        if (height <= 0) {
            return;
        }
        pen.setFill(alpha(colour, SHADE));
        pen.fillRect(x, LETTER_LANE, width, height);
        pen.setFill(hatching.of(side, alpha(colour, HATCH_SHADE)));
        pen.fillRect(x, LETTER_LANE, width, height);
    }

    private void letter(GraphicsContext pen, Side side, Color colour, double x, double width) {
        pen.setFill(colour);
        pen.fillRect(x, 0, width, LETTER_LANE);
        pen.setFill(painted.ink(Ink.LETTER));
        pen.setFont(LETTERS);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(Texts.of("side", side, "letter"), x + width / 2, LETTER_LANE / 2);
    }

    private static Color alpha(Color colour, double opacity) {
        return colour.deriveColor(0, 1, 1, opacity);
    }
}
