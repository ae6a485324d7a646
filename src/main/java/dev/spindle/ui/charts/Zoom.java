package dev.spindle.ui.charts;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.util.List;

/** How much time the charts show. */
public enum Zoom {
    ALL(Double.POSITIVE_INFINITY),
    TEN_MINUTES(ChartWindows.TEN_MINUTES_SECONDS),
    MINUTE(ChartWindows.MINUTE_SECONDS);

    private final double seconds;

    Zoom(double seconds) {
        this.seconds = seconds;
    }

    double seconds() {
        return seconds;
    }

    List<ChartPoint> points(RipSnapshot now) {
        return switch (this) {
            case ALL -> now.chart();
            case TEN_MINUTES -> now.closeUps().tenMinutes();
            case MINUTE -> now.closeUps().minute();
        };
    }

    List<WaitPoint> waits(RipSnapshot now) {
        return switch (this) {
            case ALL -> now.waits();
            case TEN_MINUTES -> now.closeUps().tenMinutesWaits();
            case MINUTE -> now.closeUps().minuteWaits();
        };
    }

    /** The closest that shows all of a stall; all where only the whole was kept. */
    static Zoom on(Stall stall, double endSeconds, ChartWindows closeUps) {
        if (closeUps.equals(ChartWindows.none())) {
            return ALL;
        }
        double age = endSeconds - stall.startSeconds();
        return age < MINUTE.seconds ? MINUTE : age < TEN_MINUTES.seconds ? TEN_MINUTES : ALL;
    }
}
