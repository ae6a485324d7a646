package dev.spindle.timeline;

import java.util.List;

/**
 * The charts close up, for zooming: each list oldest first and at most 600 points.
 *
 * @param minute the last minute's points
 * @param tenMinutes those of the last ten minutes
 * @param minuteWaits the last minute's waits for chunks
 * @param tenMinutesWaits those of the last ten minutes
 */
public record ChartWindows(
        List<ChartPoint> minute,
        List<ChartPoint> tenMinutes,
        List<WaitPoint> minuteWaits,
        List<WaitPoint> tenMinutesWaits) {
    public static final double MINUTE_SECONDS = 60;
    public static final double TEN_MINUTES_SECONDS = 600;

    public ChartWindows {
        minute = List.copyOf(minute);
        tenMinutes = List.copyOf(tenMinutes);
        minuteWaits = List.copyOf(minuteWaits);
        tenMinutesWaits = List.copyOf(tenMinutesWaits);
    }

    /** Before anything has happened, and where only the whole was kept. */
    public static ChartWindows none() {
        return new ChartWindows(List.of(), List.of(), List.of(), List.of());
    }
}
