package dev.spindle.ui.plan;

import dev.spindle.library.TestMemory;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How long a rip may take, from what is known before it begins. Pure.
 *
 * @param tone WARNING where the drive will have to wait for the folder
 * @param text a sentence or two
 * @param brief the time alone; empty where it is not known
 */
public record Forecast(Tone tone, String text, String brief) {
    static final Forecast NOTHING = new Forecast(Tone.NEUTRAL, "", "");

    /**
     * What is known.
     *
     * @param bytes of the disc
     * @param driveTop the fastest that the drive reads, in bytes a second
     * @param test the last one of the folder
     * @param earlier rate of the last like rip from this drive into this folder
     */
    record Known(
            long bytes, OptionalLong driveTop, Optional<TestMemory> test, OptionalDouble earlier) {}

    /**
     * A disc that is turned at one speed is read at 0.42 of the top rate at its inner edge (radii
     * of 24 and 58 mm, ECMA-267), so at about this share of it on average.
     */
    private static final double AVERAGE_OF_TOP = 0.74;

    /** A stream that was kept up with is durable a little after its last byte. */
    private static final double ENOUGH = 0.95;

    static Forecast of(Known known) {
        if (known.driveTop().isPresent() && known.test().isPresent()) {
            return ofBoth(known, known.driveTop().getAsLong(), known.test().get());
        }
        if (known.earlier().isPresent()) {
            double rate = known.earlier().getAsDouble();
            return told("plan.forecast.earlier", time(known, rate), Numbers.rate(rate));
        }
        if (known.driveTop().isPresent()) {
            long top = known.driveTop().getAsLong();
            return told(
                    "plan.forecast.drive",
                    time(known, top * AVERAGE_OF_TOP),
                    Numbers.rate((double) top));
        }
        if (known.test().isPresent()) {
            double rate = known.test().get().rateBytesPerSecond();
            return told("plan.forecast.folder", time(known, rate), Numbers.rate(rate));
        }
        return new Forecast(Tone.NEUTRAL, Texts.get("plan.forecast.none"), "");
    }

    private static Forecast ofBoth(Known known, long top, TestMemory test) {
        double folder = test.rateBytesPerSecond();
        boolean isFolderKnown = folder < test.paceBytesPerSecond() * ENOUGH;
        boolean keepsUp = folder >= top * ENOUGH;
        double average = top * AVERAGE_OF_TOP;
        String time = time(known, isFolderKnown ? Math.min(folder, average) : average);
        String key =
                keepsUp
                        ? "plan.forecast.keeps"
                        : isFolderKnown ? "plan.forecast.waiting" : "plan.forecast.untested";
        var forecast = told(key, time, Numbers.rate((double) top), Numbers.rate(folder));
        return isFolderKnown && !keepsUp
                ? new Forecast(Tone.WARNING, forecast.text(), forecast.brief())
                : forecast;
    }

    private static Forecast told(String key, String time, String... rates) {
        var arguments = new String[rates.length + 1];
        arguments[0] = time;
        System.arraycopy(rates, 0, arguments, 1, rates.length);
        return new Forecast(Tone.NEUTRAL, Texts.format(key, arguments), time);
    }

    /** How a rip like this one went tells more than what drive and folder can do. */
    private static String time(Known known, double otherRate) {
        double seconds = known.bytes() / Math.max(1, known.earlier().orElse(otherRate));
        long minutes = Math.round(seconds / 60);
        if (minutes < 1) {
            return Texts.get("plan.time.seconds");
        }
        return minutes < 60
                ? Texts.format("plan.time.minutes", Long.toString(minutes))
                : Texts.format(
                        "plan.time.hours",
                        Long.toString(minutes / 60),
                        Long.toString(minutes % 60));
    }
}
