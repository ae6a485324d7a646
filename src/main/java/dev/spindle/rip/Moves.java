package dev.spindle.rip;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.DurationText;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.timeline.VerdictText;

import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** What is said of an image that was ripped to a staging folder and moved on. Pure. */
final class Moves {
    private Moves() {}

    /**
     * The rip and the move together, and what was before them.
     *
     * @param hasMoved whether bytes were moved, and the image was not there already
     * @param before the rip that was taken off the destination
     * @param destination what people call that one
     */
    static RipVerdict whole(
            StagedImage staged,
            RipVerdict move,
            boolean hasMoved,
            Predecessor before,
            String destination) {
        var ripped = staged.ended();
        String way = hasMoved ? way(staged) + about(before, destination) : "";
        double secondsBefore = before.figure(RipVerdict::totalSeconds);
        return new RipVerdict(
                        move.outcome(),
                        move.durable(),
                        move.text() + after(staged, move.outcome(), way),
                        move.file(),
                        move.hashes(),
                        secondsBefore + ripped.totalSeconds() + move.totalSeconds(),
                        // Where nothing was read 0 stands for never.
                        ripped.readSeconds() > 0 ? secondsBefore + ripped.readSeconds() : 0,
                        move.durable()
                                ? secondsBefore + ripped.totalSeconds() + move.durableSeconds()
                                : 0,
                        longest(
                                before.figure(RipVerdict::longestWriterStallSeconds),
                                ripped.longestWriterStallSeconds(),
                                move.longestWriterStallSeconds()),
                        longest(
                                before.figure(RipVerdict::p999WriterStallSeconds),
                                ripped.p999WriterStallSeconds(),
                                move.p999WriterStallSeconds()),
                        before.figure(RipVerdict::readerWaitSeconds) + ripped.readerWaitSeconds(),
                        LongStream.of(
                                        before.ended()
                                                .map(RipVerdict::peakUnconfirmedBytes)
                                                .orElse(0L),
                                        ripped.peakUnconfirmedBytes(),
                                        move.peakUnconfirmedBytes())
                                .max()
                                .orElse(0),
                        before.figure(RipVerdict::cpuSeconds)
                                + ripped.cpuSeconds()
                                + move.cpuSeconds(),
                        move.policy(),
                        move.mechanism(),
                        move.badSectors(),
                        move.stalledSeconds(),
                        ripped.rescue().orElse(move.rescue()))
                .withStalled(ripped.stalledSeconds())
                .withStalled(before.stalledSeconds());
    }

    private static double longest(double... parts) {
        return DoubleStream.of(parts).max().orElse(0);
    }

    private static String after(StagedImage staged, RipOutcome outcome, String way) {
        return switch (outcome) {
            case COMPLETE, FINISHED_WITH_HOLES -> way;
            case STOPPED, NOT_CONFIRMED -> stays(staged.files());
            default -> "";
        };
    }

    private static String way(StagedImage staged) {
        return " It was ripped to "
                + staged.files().folder()
                + " in "
                + DurationText.format(
                        Duration.ofNanos((long) (staged.ended().totalSeconds() * 1e9)))
                + " and moved from there."
                + VerdictText.aboutRipping(staged.ended().stalledSeconds());
    }

    private static String about(Predecessor before, String destination) {
        return VerdictText.aboutTheTimeBefore(before.stalledSeconds(), destination);
    }

    /** The same verdict with another sentence. */
    static RipVerdict adding(RipVerdict verdict, String sentence) {
        return verdict.with(
                verdict.outcome(), verdict.durable(), verdict.text() + sentence, verdict.file(), 0);
    }

    static String begins(String folder, String target) {
        return "The disc is not needed any more: the image lies in "
                + folder
                + " and is moved to "
                + target
                + " now.";
    }

    /** The first half's file and sentence, where the second one has none of its own. */
    static RipVerdict leaving(RipVerdict left, RipVerdict ended) {
        boolean isWanted = ended.outcome() == RipOutcome.STOPPED;
        return isWanted
                ? left
                : left.with(
                        left.outcome(),
                        left.durable(),
                        ended.text() + " " + left.text(),
                        left.file(),
                        0);
    }

    static String waits(String folder, String target) {
        return "The image lies in "
                + folder
                + " and is moved to "
                + target
                + " as soon as that one answers.";
    }

    static String detours(String folder, String target) {
        return "The rip is taken off "
                + target
                + ": the disc is read to "
                + folder
                + " first, and the image is moved on from there; what has arrived stays.";
    }

    /** With the one command that always goes on, also without the disc. */
    static String stays(RipFiles staged) {
        return " The image stays in "
                + staged.folder()
                + "; to go on moving it, name "
                + staged.image()
                + " in place of the drive.";
    }

    static String uncompared(String imageName) {
        return imageName + " has arrived, but was not compared with what the disc gave yet.";
    }

    static String unreadable(ReadOutcome outcome) {
        return "The staging folder can't be read: "
                + (outcome instanceof ReadOutcome.Gone(String why) ? why : outcome)
                + ".";
    }

    static String differs(StagedImage staged) {
        return "What came out of "
                + staged.files().image()
                + " is not what the disc gave (its hash is another), so it does not get its name;"
                + " check that folder's disk, and rip the disc again.";
    }

    static String isAnother(String image) {
        return image
                + " holds other data than what was to be moved; remove it, or choose another"
                + " --name.";
    }

    static String keptAsNotPromised(StagedImage staged) {
        return " The image in "
                + staged.files().folder()
                + " was kept, since the destination can't promise to keep its own.";
    }

    static String notRemoved(StagedImage staged) {
        return " The image in " + staged.files().folder() + " could not be removed.";
    }

    static String keptAsUnproven(StagedImage staged) {
        return " The image in "
                + staged.files().folder()
                + " was kept, since nothing tells whether both are the same.";
    }
}
