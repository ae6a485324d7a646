package dev.spindle.ui.jobs;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.timeline.Side;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipViewModel.State;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job in one line.
 *
 * @param status what it is busy with, or how it ended
 * @param readShare bytes read, 0 to 1
 * @param durableShare bytes safely on disk, 0 to 1
 * @param percent read, in words; empty while nothing is known
 * @param timeLeft forecast until durable; empty where there is none
 * @param limit which side it waits for; empty where none can be named
 * @param notice what is being saved, and the like
 * @param tone how it ended
 */
public record JobLine(
        String status,
        double readShare,
        double durableShare,
        String percent,
        String timeLeft,
        String limit,
        String notice,
        Tone tone) {
    static JobLine queued() {
        return new JobLine(Texts.get("jobs.queued.status"), 0, 0, "", "", "", "", Tone.NEUTRAL);
    }

    static JobLine of(RipSnapshot now, State state) {
        long total = now.totalBytes();
        boolean isOver = now.verdict().isPresent();
        return new JobLine(
                status(now, state),
                Numbers.share(now.finishedBytes(), total),
                Numbers.share(now.sample().durableBytes(), total),
                total > 0 ? Numbers.percent(now.finishedBytes(), total) : "",
                isOver
                        ? ""
                        : now.secondsLeft()
                                .map(s -> Texts.format("jobs.left.text", Numbers.clock(s)))
                                .orElse(""),
                Limit.of(now)
                        .map((Side side) ->
                                Texts.format("jobs.limit.text", Texts.of("side", side, "name")))
                        .orElse(""),
                EngineWords.of(now.notice()),
                now.verdict().map(RipVerdict::outcome).map(JobLine::tone).orElse(Tone.NEUTRAL));
    }

    private static String status(RipSnapshot now, State state) {
        if (now.verdict().isPresent()) {
            var verdict = now.verdict().get();
            return verdict.outcome() == RipOutcome.COMPLETE && !verdict.durable()
                    ? Texts.get("verdict.handed-over.title")
                    : Texts.of("outcome", verdict.outcome(), "title");
        }
        return switch (state) {
            case STOPPING -> Texts.get("jobs.stopping.status");
            case ABANDONING -> Texts.get("jobs.abandoning.status");
            default -> Texts.of("phase", now.phase(), "name");
        };
    }

    private static Tone tone(RipOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> Tone.SUCCESS;
            case FINISHED_WITH_HOLES, STOPPED -> Tone.WARNING;
            default -> Tone.DANGER;
        };
    }

    /** The line as it is read out. */
    public String spoken() {
        return joined(", ", status, percent, timeLeft, limit, notice);
    }

    /** As much of it as goes onto a card. */
    public String brief() {
        return tone == Tone.NEUTRAL ? joined(" · ", status, percent, timeLeft) : status;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
