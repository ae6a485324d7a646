package dev.spindle.rip;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.DurationText;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.timeline.Side;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What is said of an image that was ripped to a staging folder and moved on. Pure. */
final class Moves {
    private Moves() {}

    /** The rip and the move together. */
    static RipVerdict whole(StagedImage staged, RipVerdict move) {
        var ripped = staged.ended();
        return new RipVerdict(
                move.outcome(),
                move.durable(),
                move.text() + after(staged, move.outcome()),
                move.file(),
                move.hashes(),
                ripped.totalSeconds() + move.totalSeconds(),
                ripped.readSeconds(),
                move.durable() ? ripped.totalSeconds() + move.durableSeconds() : 0,
                Math.max(ripped.longestWriterStallSeconds(), move.longestWriterStallSeconds()),
                Math.max(ripped.p999WriterStallSeconds(), move.p999WriterStallSeconds()),
                ripped.readerWaitSeconds(),
                Math.max(ripped.peakUnconfirmedBytes(), move.peakUnconfirmedBytes()),
                ripped.cpuSeconds() + move.cpuSeconds(),
                move.policy(),
                move.mechanism(),
                move.badSectors(),
                sum(ripped.stalledSeconds(), move.stalledSeconds()),
                ripped.rescue().orElse(move.rescue()));
    }

    private static Map<Side, Double> sum(Map<Side, Double> ripped, Map<Side, Double> moved) {
        var all = new EnumMap<Side, Double>(Side.class);
        all.putAll(ripped);
        moved.forEach((side, seconds) -> all.merge(side, seconds, Double::sum));
        return all;
    }

    private static String after(StagedImage staged, RipOutcome outcome) {
        return switch (outcome) {
            case COMPLETE, FINISHED_WITH_HOLES ->
                    " It was ripped to "
                            + staged.files().folder()
                            + " in "
                            + DurationText.format(
                                    Duration.ofNanos((long) (staged.ended().totalSeconds() * 1e9)))
                            + " and moved from there.";
            case STOPPED, NOT_CONFIRMED -> stays(staged.files().folder());
            default -> "";
        };
    }

    /** The same verdict with another sentence. */
    static RipVerdict adding(RipVerdict verdict, String sentence) {
        return new RipVerdict(
                verdict.outcome(),
                verdict.durable(),
                verdict.text() + sentence,
                verdict.file(),
                verdict.hashes(),
                verdict.totalSeconds(),
                verdict.readSeconds(),
                verdict.durableSeconds(),
                verdict.longestWriterStallSeconds(),
                verdict.p999WriterStallSeconds(),
                verdict.readerWaitSeconds(),
                verdict.peakUnconfirmedBytes(),
                verdict.cpuSeconds(),
                verdict.policy(),
                verdict.mechanism(),
                verdict.badSectors(),
                verdict.stalledSeconds(),
                verdict.rescue());
    }

    static String begins(String folder, String target) {
        return "The disc is not needed any more: the image lies in "
                + folder
                + " and is moved to "
                + target
                + " now.";
    }

    static String stays(String folder) {
        return " The whole image stays in " + folder + "; the same command goes on moving it.";
    }

    static String unreadable(ReadOutcome outcome) {
        return "The staging folder can't be read: "
                + (outcome instanceof ReadOutcome.Gone(String why) ? why : outcome)
                + ".";
    }

    static String differs(StagedImage staged) {
        return "What came out of "
                + staged.files().image()
                + " is not what the disc gave (its hash is another), so nothing of it was kept;"
                + " check that folder's disk, and rip the disc again.";
    }

    static String isAnother(String image) {
        return image
                + " is of this disc, but holds other data than what was to be moved; choose"
                + " another --name.";
    }

    static String keptAsNotPromised(StagedImage staged) {
        return " The image in "
                + staged.files().folder()
                + " was kept, since the destination can't promise to keep its own.";
    }

    static String notRemoved(StagedImage staged) {
        return " The image in "
                + staged.files().folder()
                + " could not be removed; it is not needed any more.";
    }
}
