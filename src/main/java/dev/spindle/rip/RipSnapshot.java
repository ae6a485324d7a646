package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rescue.Outlook;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.writeback.PolicyStatus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rip at one moment, immutable: what the window and the command line pull ten times a second.
 *
 * @param phase what it is busy with
 * @param title what is ripped, for people: the disc's label or the image's name
 * @param file absolute path of the image, once it is known
 * @param totalBytes exact size of the image; 0 until it is known
 * @param finishedBytes read well, by this run or an earlier one, and not lost since
 * @param badBytes could not be read so far
 * @param outlook what more reading is expected to cost and to bring, where damaged places are all
 *     that is left; empty before, and where reading is over. While it is there, {@link
 *     Rip#goodEnough} and {@link Rip#keepTrying} make sense
 * @param sample the latest sample
 * @param readRate bytes a second from the drive, over the last seconds of reading
 * @param confirmedRate bytes a second that reached the device, over the last seconds
 * @param secondsLeft forecast until durable, if there is one
 * @param destination kind of the destination's file system, once it is known
 * @param healthReason why the health is what it is, since when; when healthy, what limits it, if
 *     anything
 * @param healthSinceSeconds when it became so, since the start of the rip
 * @param writeback policy, mechanism and budget, once the file is open
 * @param stuckCalls calls that nobody waits for any more and that have not returned
 * @param chart the charts' points, oldest first, at most 600
 * @param waits the waits for chunks, oldest first, at most 600
 * @param stalls the latest stalls, oldest first, at most 200
 * @param notice what the user should know now: "resuming at 41 %", "saving the last 41 MiB"
 * @param closeUps the charts of the latest time, for zooming
 * @param map picture of the disc; at most half a second old
 * @param isPaused whether the user lets the drive rest
 * @param verdict at the end
 */
public record RipSnapshot(
        Phase phase,
        String title,
        Optional<String> file,
        long totalBytes,
        long finishedBytes,
        long badBytes,
        Optional<Outlook> outlook,
        Sample sample,
        double readRate,
        double confirmedRate,
        Optional<Double> secondsLeft,
        Optional<FileSystemKind> destination,
        String healthReason,
        double healthSinceSeconds,
        Optional<PolicyStatus> writeback,
        int stuckCalls,
        List<ChartPoint> chart,
        List<WaitPoint> waits,
        List<Stall> stalls,
        String notice,
        ChartWindows closeUps,
        DiscMap map,
        boolean isPaused,
        Optional<RipVerdict> verdict) {
    /** No more are carried. */
    private static final int MOST_STALLS = 200;

    /** The same of a rip that goes on: that there is a verdict on a part of it says nothing yet. */
    public RipSnapshot withoutVerdict() {
        return verdict.isEmpty()
                ? this
                : with(Phase.FINISHING, totalBytes, finishedBytes, notice, Optional.empty());
    }

    /** The same rip with another notice. */
    public RipSnapshot withNotice(String newNotice) {
        return with(stalls, newNotice);
    }

    /** The same rip, with stalls of what came after the image. */
    public RipSnapshot withStalls(List<Stall> more) {
        var all = Stream.concat(stalls.stream(), more.stream()).toList();
        return with(all.subList(Math.max(0, all.size() - MOST_STALLS), all.size()), notice);
    }

    private RipSnapshot with(List<Stall> newStalls, String newNotice) {
        return new RipSnapshot(
                phase,
                title,
                file,
                totalBytes,
                finishedBytes,
                badBytes,
                outlook,
                sample,
                readRate,
                confirmedRate,
                secondsLeft,
                destination,
                healthReason,
                healthSinceSeconds,
                writeback,
                stuckCalls,
                chart,
                waits,
                newStalls,
                newNotice,
                closeUps,
                map,
                isPaused,
                verdict);
    }

    /** The same rip, busy with something else that has its own measure. */
    public RipSnapshot with(
            Phase newPhase,
            long newTotalBytes,
            long newFinishedBytes,
            String newNotice,
            Optional<RipVerdict> newVerdict) {
        return new RipSnapshot(
                newPhase,
                title,
                newVerdict.map(RipVerdict::file).or(() -> file),
                newTotalBytes,
                newFinishedBytes,
                badBytes,
                Optional.empty(),
                sample,
                readRate,
                confirmedRate,
                Optional.empty(),
                destination,
                healthReason,
                healthSinceSeconds,
                writeback,
                stuckCalls,
                chart,
                waits,
                stalls,
                newNotice,
                closeUps,
                map,
                isPaused,
                newVerdict);
    }

    /** What a rip is busy with, in this order. */
    public enum Phase {
        /** Opens the drive, looks at the disc and the destination. */
        PREPARING,
        /** Reads in order. */
        SWEEPING,
        /** Tries what failed once more. */
        RETRYING,
        /** Moves an image on from the staging folder. */
        MOVING,
        /** After a stop: writes out what was read. */
        SAVING,
        /** Waits until the device has everything. */
        FLUSHING,
        /** Names the file, writes its sidecars. */
        FINISHING,
        /** Reads the file back for its hash. */
        READING_BACK,
        /** Reads music once more, until two readings agree. */
        CONFIRMING,
        /** Makes the tracks of an image of music. */
        MAKING_TRACKS,
        ENDED
    }
}
