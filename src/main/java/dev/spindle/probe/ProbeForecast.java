package dev.spindle.probe;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the measured rate means for discs. Pure. */
final class ProbeForecast {
    /** A stream that was kept up with is durable a little after its last byte. */
    private static final double ENOUGH = 0.95;

    /** A stall that the usual ring, ten seconds of the drive, does not carry. */
    private static final double RING_SECONDS = 10;

    /** A kind of disc, and how fast drives read it at most; the rates are of their standards. */
    private record Disc(String name, double bytesPerSecond) {}

    private static final List<Disc> DISCS =
            List.of(
                    new Disc("CD (7 MB/s)", 7.2e6),
                    new Disc("DVD (22 MB/s)", 22.2e6),
                    new Disc("Blu-ray at 6x (27 MB/s)", 27e6),
                    new Disc("Blu-ray at 12x (54 MB/s)", 54e6));

    private ProbeForecast() {}

    static String sentence(ProbeMeasure measure, long bytesPerSecond) {
        double rate = measure.sustainedRate();
        var keeps = new ArrayList<Disc>();
        var waits = new ArrayList<Disc>();
        var untested = new ArrayList<Disc>();
        for (Disc disc : DISCS) {
            if (rate >= disc.bytesPerSecond * ENOUGH) {
                keeps.add(disc);
            } else if (rate >= bytesPerSecond * ENOUGH) {
                untested.add(disc);
            } else {
                waits.add(disc);
            }
        }
        var parts = new ArrayList<String>();
        if (!keeps.isEmpty()) {
            parts.add("keeps up with " + names(keeps));
        }
        if (!waits.isEmpty()) {
            parts.add("expect waiting with " + names(waits));
        }
        if (!untested.isEmpty()) {
            parts.add("nothing is said of " + names(untested) + ", try a higher --rate");
        }
        if (measure.longestStallSeconds() > RING_SECONDS) {
            parts.add("a stall of " + seconds(measure) + " would stop any drive for a while");
        }
        return "This destination takes "
                + SizeText.formatRate(rate)
                + ": "
                + String.join("; ", parts)
                + ".";
    }

    private static String seconds(ProbeMeasure measure) {
        return DurationText.format(
                Duration.ofMillis(Math.round(measure.longestStallSeconds() * 1000)));
    }

    private static String names(List<Disc> discs) {
        return discs.stream().map(Disc::name).collect(Collectors.joining(", "));
    }
}
