package dev.spindle.ui.verdict;

import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.timeline.Side;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.util.EnumMap;
import java.util.Map;

/**
 * The verdict in words.
 *
 * @param advice what to do about it; empty where nothing is to be done
 * @param file empty where there is none
 * @param sha256 empty where there is none
 * @param durableTime when all of it was safely on disk; says so where it was not
 * @param stalled wall time by side
 */
public record VerdictSummary(
        String title,
        Tone tone,
        String icon,
        String sentence,
        String advice,
        String file,
        String sha256,
        String totalTime,
        String readTime,
        String durableTime,
        String longestStall,
        String readerWait,
        String peakUnconfirmed,
        String badSectors,
        String how,
        Map<Side, String> stalled) {
    public static VerdictSummary of(RipVerdict verdict) {
        var stalled = new EnumMap<Side, String>(Side.class);
        for (Side side : Side.values()) {
            stalled.put(side, Numbers.duration(verdict.stalledSeconds().getOrDefault(side, 0.0)));
        }
        return new VerdictSummary(
                title(verdict),
                tone(verdict.outcome()),
                icon(verdict.outcome()),
                EngineWords.of(verdict.text()),
                Texts.of("outcome", verdict.outcome(), "advice"),
                verdict.file(),
                verdict.hashes().getOrDefault(HashAlgorithm.SHA256.text(), ""),
                Numbers.duration(verdict.totalSeconds()),
                Numbers.duration(verdict.readSeconds()),
                durableTime(verdict),
                Numbers.duration(verdict.longestWriterStallSeconds()),
                Numbers.duration(verdict.readerWaitSeconds()),
                Numbers.mebibytes(verdict.peakUnconfirmedBytes()),
                Long.toString(verdict.badSectors()),
                Texts.format(
                        "verdict.how.line",
                        EngineWords.of(verdict.policy()),
                        EngineWords.of(verdict.mechanism())),
                stalled);
    }

    private static String title(RipVerdict verdict) {
        return verdict.outcome() == RipOutcome.COMPLETE && !verdict.durable()
                ? Texts.get("verdict.handed-over.title")
                : Texts.of("outcome", verdict.outcome(), "title");
    }

    private static String durableTime(RipVerdict verdict) {
        return verdict.durable()
                ? Numbers.duration(verdict.durableSeconds())
                : Texts.get("verdict.durable.never");
    }

    private static Tone tone(RipOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> Tone.SUCCESS;
            case STOPPED -> Tone.NEUTRAL;
            case FINISHED_WITH_HOLES, NOT_CONFIRMED, PROTECTED_DISC -> Tone.WARNING;
            case DESTINATION_FAILED, DRIVE_FAILED, REFUSED_INPUT, INTERNAL_ERROR -> Tone.DANGER;
        };
    }

    private static String icon(RipOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> "fth-check-circle";
            case STOPPED -> "fth-stop-circle";
            case FINISHED_WITH_HOLES, NOT_CONFIRMED -> "fth-alert-triangle";
            case PROTECTED_DISC -> "fth-lock";
            case DESTINATION_FAILED -> "fth-hard-drive";
            case DRIVE_FAILED -> "fth-disc";
            case REFUSED_INPUT, INTERNAL_ERROR -> "fth-alert-octagon";
        };
    }
}
