package dev.spindle.ui.stalls;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.List;

/** A stall as a line of the list. */
public record StallRow(Stall stall, String start, String length, String sideName, String cause) {
    public static StallRow of(Stall stall) {
        return new StallRow(
                stall,
                Numbers.clock(stall.startSeconds()),
                Numbers.duration(stall.seconds()),
                Texts.of("side", stall.side(), "name"),
                Texts.format(
                        "stalls.cause.line",
                        EngineWords.of(stall.thread()),
                        EngineWords.of(stall.cause())));
    }

    public Side side() {
        return stall.side();
    }

    /** Newest first: what just happened is looked for at the top. */
    public static List<StallRow> newestFirst(List<Stall> stalls) {
        return stalls.reversed().stream().map(StallRow::of).toList();
    }
}
