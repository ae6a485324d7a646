package dev.spindle.ui.progress;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

/**
 * How long the drive can go on if the storage stands still: what the gauge shows.
 *
 * @param freeShare how much of the ring is free, 0 to 1; 0 where it is unknown
 * @param text seconds and the level's word
 * @param spoken the same as one sentence
 */
public record Cushion(Level level, double freeShare, String text, String spoken) {
    /** A usual wait of a disk under load, several times over. */
    private static final double AMPLE_SECONDS = 5;

    private static final double SHORT_SECONDS = 1;

    /** How much cushion there is. */
    public enum Level {
        AMPLE(Tone.SUCCESS),
        SHORT(Tone.WARNING),
        GONE(Tone.DANGER),
        /** Nothing is read, or the drive's rate is not known. */
        UNKNOWN(Tone.NEUTRAL);

        private final Tone tone;

        Level(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }
    }

    public static Cushion of(RipSnapshot now) {
        boolean isReading = now.phase() == Phase.SWEEPING || now.phase() == Phase.RETRYING;
        if (!isReading || now.readRate() <= 0) {
            return new Cushion(Level.UNKNOWN, 0, "–", "");
        }
        return reading(now.sample().cushionSeconds(), now.sample().ringFill());
    }

    static Cushion reading(double seconds, double ringFill) {
        Level level = level(seconds);
        String number = Numbers.seconds(seconds);
        String word = Texts.of("cushion", level, "word");
        return new Cushion(
                level,
                Math.clamp(1 - ringFill, 0, 1),
                Texts.format("progress.cushion.value", number, word),
                Texts.format("progress.cushion.accessible", number, word));
    }

    private static Level level(double seconds) {
        return seconds >= AMPLE_SECONDS
                ? Level.AMPLE
                : seconds >= SHORT_SECONDS ? Level.SHORT : Level.GONE;
    }
}
