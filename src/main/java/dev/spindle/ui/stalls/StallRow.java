package dev.spindle.ui.stalls;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.List;
import java.util.Optional;

/**
 * A stall as an entry of the list.
 *
 * @param head how long it was and when
 * @param cause whose it was, who waited, and for what
 * @param evidence in which function of the kernel who slept meanwhile
 */
public record StallRow(Stall stall, String head, String cause, Optional<String> evidence) {
    public static StallRow of(Stall stall) {
        return new StallRow(
                stall,
                Texts.format(
                        "stalls.head.line",
                        Numbers.duration(stall.cost()),
                        Numbers.clock(stall.startSeconds())),
                cause(stall),
                stall.evidence().map(seen -> Texts.format("stalls.evidence.line", seen)));
    }

    private static String cause(Stall stall) {
        String cause =
                Texts.format(
                        "stalls.cause.line",
                        Texts.of("side", stall.side(), "name"),
                        EngineWords.of(stall.thread()),
                        EngineWords.of(stall.cause()));
        return stall.waitedSeconds().isEmpty()
                ? cause
                : Texts.format("stalls.cause.pieces", cause, Numbers.duration(stall.seconds()));
    }

    public Side side() {
        return stall.side();
    }

    /** The whole entry, for a screen reader. */
    public String spoken() {
        return Texts.format("stalls.spoken.line", head, cause);
    }

    /** Newest first: what just happened is looked for at the top. */
    public static List<StallRow> newestFirst(List<Stall> stalls) {
        return stalls.reversed().stream().map(StallRow::of).toList();
    }
}
