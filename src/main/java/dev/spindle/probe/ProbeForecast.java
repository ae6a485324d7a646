package dev.spindle.probe;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the measured rate means for discs. Pure.
 *
 * @param keeps discs whose fastest drive the destination keeps up with
 * @param waits discs whose fastest drive would have to wait for it
 * @param untested discs that come faster than the stream did
 * @param stopsAnyDrive whether a stall was longer than any ring carries
 */
public record ProbeForecast(
        List<Disc> keeps, List<Disc> waits, List<Disc> untested, boolean stopsAnyDrive) {
    /** A stream that was kept up with is durable a little after its last byte. */
    private static final double ENOUGH = 0.95;

    /** A stall that the usual ring, ten seconds of the drive, does not carry. */
    private static final double RING_SECONDS = 10;

    /** A kind of disc, and how fast drives read it at most; the rates are of their standards. */
    public enum Disc {
        CD("CD (7 MB/s)", 7.2e6),
        DVD("DVD (22 MB/s)", 22.2e6),
        BLU_RAY_6X("Blu-ray at 6x (27 MB/s)", 27e6),
        BLU_RAY_12X("Blu-ray at 12x (54 MB/s)", 54e6);

        private final String text;
        private final double bytesPerSecond;

        Disc(String text, double bytesPerSecond) {
            this.text = text;
            this.bytesPerSecond = bytesPerSecond;
        }
    }

    public ProbeForecast {
        keeps = List.copyOf(keeps);
        waits = List.copyOf(waits);
        untested = List.copyOf(untested);
    }

    /** Judges a pass whose stream came at this pace. */
    public static ProbeForecast of(ProbeMeasure measure, long bytesPerSecond) {
        double rate = measure.sustainedRate();
        var keeps = new ArrayList<Disc>();
        var waits = new ArrayList<Disc>();
        var untested = new ArrayList<Disc>();
        for (Disc disc : Disc.values()) {
            if (rate >= disc.bytesPerSecond * ENOUGH) {
                keeps.add(disc);
            } else if (rate >= bytesPerSecond * ENOUGH) {
                untested.add(disc);
            } else {
                waits.add(disc);
            }
        }
        return new ProbeForecast(
                keeps, waits, untested, measure.longestStallSeconds() > RING_SECONDS);
    }

    static String sentence(ProbeMeasure measure, long bytesPerSecond) {
        var judged = of(measure, bytesPerSecond);
        var parts = new ArrayList<String>();
        if (!judged.keeps.isEmpty()) {
            parts.add("keeps up with " + names(judged.keeps));
        }
        if (!judged.waits.isEmpty()) {
            parts.add("expect waiting with " + names(judged.waits));
        }
        if (!judged.untested.isEmpty()) {
            parts.add("nothing is said of " + names(judged.untested) + ", try a higher --rate");
        }
        if (judged.stopsAnyDrive) {
            parts.add("a stall of " + seconds(measure) + " would stop any drive for a while");
        }
        return "This destination takes "
                + SizeText.formatRate(measure.sustainedRate())
                + ": "
                + String.join("; ", parts)
                + ".";
    }

    private static String seconds(ProbeMeasure measure) {
        return DurationText.format(
                Duration.ofMillis(Math.round(measure.longestStallSeconds() * 1000)));
    }

    private static String names(List<Disc> discs) {
        return discs.stream().map(disc -> disc.text).collect(Collectors.joining(", "));
    }
}
