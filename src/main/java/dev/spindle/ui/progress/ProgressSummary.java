package dev.spindle.ui.progress;

import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Health;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

/**
 * A rip under way in words and shares.
 *
 * @param readShare bytes read, 0 to 1
 * @param durableShare bytes behind a barrier, 0 to 1
 * @param pause whether the drive can be let rest, or rests
 * @param bad what could not be read; empty where there is nothing
 * @param outlook what trying on will cost and bring; empty where there is nothing to decide
 */
public record ProgressSummary(
        String phase,
        String file,
        double readShare,
        double durableShare,
        String read,
        String durable,
        String bad,
        String outlook,
        String readRate,
        String confirmedRate,
        String timeLeft,
        Cushion cushion,
        String chunk,
        String unconfirmed,
        String notice,
        Pause pause) {
    /** What can be done about the drive. */
    public enum Pause {
        NOTHING,
        CAN_PAUSE,
        CAN_RESUME
    }

    private static final String UNKNOWN = "–";

    public static ProgressSummary of(RipSnapshot now) {
        var sample = now.sample();
        long total = now.totalBytes();
        return new ProgressSummary(
                phase(now),
                now.file().orElse(""),
                Numbers.share(now.finishedBytes(), total),
                isOfMusic(now.phase()) ? 0 : Numbers.share(sample.durableBytes(), total),
                amount(readKey(now.phase()), now.finishedBytes(), total),
                isOfMusic(now.phase())
                        ? Texts.format("progress.image.text", Numbers.size(sample.durableBytes()))
                        : amount("progress.durable.text", sample.durableBytes(), total),
                now.badBytes() > 0
                        ? Texts.format("progress.bad.text", Numbers.size(now.badBytes()))
                        : "",
                now.outlook().map(ProgressSummary::outlook).orElse(""),
                Numbers.rate(now.readRate()),
                Numbers.rate(now.confirmedRate()),
                now.secondsLeft().map(Numbers::clock).orElse(UNKNOWN),
                Cushion.of(now),
                sample.chunkBytes() > 0 ? Numbers.chunk(sample.chunkBytes()) : UNKNOWN,
                Numbers.mebibytes(sample.unconfirmedBytes()),
                notice(now),
                pause(now));
    }

    /** What is counted then is not the image any more, which has come to its end. */
    private static boolean isOfMusic(RipSnapshot.Phase phase) {
        return phase == RipSnapshot.Phase.CONFIRMING || phase == RipSnapshot.Phase.MAKING_TRACKS;
    }

    private static String readKey(RipSnapshot.Phase phase) {
        return switch (phase) {
            case CONFIRMING -> "progress.again.text";
            case MAKING_TRACKS -> "progress.made.text";
            default -> "progress.read.text";
        };
    }

    private static String phase(RipSnapshot now) {
        String phase =
                pause(now) == Pause.CAN_RESUME
                        ? Texts.get("progress.paused.name")
                        : Texts.of("phase", now.phase(), "name");
        return now.title().isEmpty()
                ? phase
                : Texts.format("progress.phase.line", phase, now.title());
    }

    /** A destination that stands still is told of here too, beside what can be done about it. */
    private static String notice(RipSnapshot now) {
        boolean isStuck = now.sample().health() == Health.DEGRADED;
        return now.notice().isEmpty() && isStuck
                ? Texts.of("health", Health.DEGRADED, "meaning")
                : EngineWords.of(now.notice());
    }

    private static String outlook(Outlook expected) {
        String time = Numbers.duration(expected.seconds());
        long sectors = Math.round(expected.sectors());
        return switch ((int) Math.min(2, sectors)) {
            case 0 -> Texts.format("progress.outlook.none", time);
            case 1 -> Texts.format("progress.outlook.one", time);
            default -> Texts.format("progress.outlook.many", time, Long.toString(sectors));
        };
    }

    private static Pause pause(RipSnapshot now) {
        return switch (now.phase()) {
            case PREPARING, SWEEPING, RETRYING, MOVING ->
                    now.isPaused() ? Pause.CAN_RESUME : Pause.CAN_PAUSE;
            case SAVING, FLUSHING, FINISHING, READING_BACK, CONFIRMING, MAKING_TRACKS, ENDED ->
                    Pause.NOTHING;
        };
    }

    private static String amount(String key, long part, long total) {
        return Texts.format(
                key,
                Numbers.percent(part, total),
                Numbers.size(part),
                total > 0 ? Numbers.size(total) : UNKNOWN);
    }
}
