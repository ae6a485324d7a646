package dev.spindle.rip;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.rip.stream.MapKeeper;
import dev.spindle.run.Activity;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.VerdictText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts the verdict together. One owner, the conductor. */
final class VerdictMaker {
    private final RipServices services;
    private final RipRequest request;
    private final Predecessor before;
    private final Roles roles;
    private final Observation observation;
    private final long cpuNanosAtStart;
    private double readSeconds;
    private double durableSeconds;
    private Map<String, Long> damagedFiles = Map.of();

    /**
     * @param before whose calls may hang as well when this one ends, and whose time counts too
     */
    VerdictMaker(
            RipServices services,
            RipRequest request,
            Predecessor before,
            Roles roles,
            Observation observation) {
        this.before = before;
        this.services = services;
        this.request = request;
        this.roles = roles;
        this.observation = observation;
        this.cpuNanosAtStart = services.system().processCpuNanos();
    }

    void readingEnded(double seconds) {
        readSeconds = seconds;
    }

    void imageIsDurable() {
        durableSeconds = observation.elapsedSeconds();
    }

    /** Which files miss how many sectors. */
    void damagedFiles(Map<String, Long> sectorsByPath) {
        damagedFiles = sectorsByPath;
    }

    private RescueRecord rescue(@Nullable Streaming streaming) {
        if (streaming == null) {
            return RescueRecord.NOTHING;
        }
        var means = new LinkedHashMap<String, RescueRecord.Means>();
        streaming
                .maps()
                .tally()
                .forEach((name, count) ->
                        means.put(
                                name,
                                new RescueRecord.Means(
                                        count.reads(),
                                        count.failed(),
                                        streaming.maps().sectors(count.bytes()))));
        return new RescueRecord(means, damagedFiles);
    }

    /**
     * The verdict.
     *
     * @param sentence how it ended; what the waiting cost is added
     * @param durable whether the storage has confirmed the whole file and can promise to keep it
     * @param file path of the image or its part; empty where there is none
     */
    RipVerdict make(
            RipOutcome outcome,
            String sentence,
            boolean durable,
            String file,
            Map<String, String> hashes,
            @Nullable Streaming streaming) {
        observation.bookAll();
        double total = observation.elapsedSeconds();
        var writerCalls = roles.writer().ledger().busySpans();
        var reader = roles.reader().ledger().snapshot();
        var stalls = observation.stalls();
        var status = streaming == null ? null : streaming.pipeline().status();
        return new RipVerdict(
                outcome,
                durable,
                sentence + (streaming == null ? "" : aboutWaiting()) + stuck(),
                file,
                hashes,
                total,
                readSeconds,
                durable ? durableSeconds : 0,
                writerCalls.longestNanos() / 1e9,
                writerCalls.quantileNanos(0.999) / 1e9,
                reader.nanosIn(Activity.WAITING_FOR_RING) / 1e9,
                streaming == null ? 0 : streaming.ledger().status().peakUnconfirmedBytes(),
                (services.system().processCpuNanos() - cpuNanosAtStart) / 1e9,
                status == null
                        ? request.policy().policy().name().toLowerCase(Locale.ROOT)
                        : status.policy(),
                status == null ? "" : status.mechanism(),
                streaming == null ? 0 : missingSectors(outcome, streaming.maps()),
                stalls.stalledSeconds(),
                rescue(streaming));
    }

    /** Of a move, with the rip before it; see {@link Moves#whole}. */
    RipVerdict whole(StagedImage staged, RipVerdict move, boolean hasMoved) {
        return Moves.whole(staged, move, hasMoved, before, observation.destinationName());
    }

    /** Before the end, what was not read yet is not missing. */
    private static long missingSectors(RipOutcome outcome, MapKeeper maps) {
        var counts = maps.counts();
        return maps.sectors(
                outcome == RipOutcome.FINISHED_WITH_HOLES
                        ? counts.missingBytes()
                        : counts.badBytes());
    }

    /** A verdict on a rip that has no file. */
    RipVerdict none(RipOutcome outcome, String sentence) {
        return make(outcome, sentence, false, "", Map.of(), null);
    }

    /** The sentence for an image that was there already. */
    String wasCompleteSentence(Prepared prepared) {
        String name = prepared.files().imageName();
        String found = name + " was complete already; the files beside it are too now.";
        return prepared.disc().sizes().isTruncated() ? found + " " + truncated(prepared) : found;
    }

    private static String truncated(Prepared prepared) {
        return String.format(
                Locale.ROOT,
                "Truncated: every byte was read, but the image ends before its file system does"
                        + " (%s instead of %s).",
                SizeText.format(prepared.drive().lengthBytes()),
                SizeText.format(prepared.disc().sizes().claimedBytes()));
    }

    /** The sentence for an image that is all there. */
    String completeSentence(Prepared prepared, boolean promised, Streaming streaming) {
        return wholeSentence(prepared, promised, streaming) + checks(streaming);
    }

    private String wholeSentence(Prepared prepared, boolean promised, Streaming streaming) {
        String name = prepared.files().imageName();
        String size = SizeText.format(prepared.drive().lengthBytes());
        String time =
                DurationText.format(Duration.ofNanos((long) (observation.elapsedSeconds() * 1e9)));
        String kind = prepared.destination().kind().name();
        String where =
                promised
                        ? "is safely on the disk (" + kind + ")"
                        : "was handed over to "
                                + handedTo(prepared)
                                + ", which can't promise to keep it";
        long bad = streaming.maps().sectors(streaming.maps().counts().missingBytes());
        if (bad > 0) {
            return String.format(
                    Locale.ROOT,
                    holes(streaming.maps().isEnough(), request.fill() == Fill.PATTERN),
                    bad,
                    prepared.drive().sectorCount(),
                    prepared.files().name(),
                    name,
                    size,
                    time,
                    where);
        }
        if (prepared.disc().sizes().isTruncated()) {
            return truncated(prepared) + " " + name + " " + where + ".";
        }
        return String.format(Locale.ROOT, "Complete: %s, %s in %s, %s.", name, size, time, where);
    }

    private static String holes(boolean isEnough, boolean isFilled) {
        if (isEnough) {
            return isFilled
                    ? "Finished with holes, as that was good enough: %d of %d sectors are missing"
                            + " and hold the text SPINDLE UNREAD SECTOR; %s.map lists them. %s (%s,"
                            + " %s) %s."
                    : "Finished with holes, as that was good enough: %d of %d sectors are missing"
                            + " and are zeros; %s.map lists them. %s (%s, %s) %s.";
        }
        return isFilled
                ? "Finished with holes: %d of %d sectors could not be read and hold the text"
                        + " SPINDLE UNREAD SECTOR; %s.map lists them. %s (%s, %s) %s."
                : "Finished with holes: %d of %d sectors could not be read and are zeros; %s.map"
                        + " lists them. %s (%s, %s) %s.";
    }

    /** The file system, as it is called where it can't promise to keep what it has confirmed. */
    static String handedTo(Prepared prepared) {
        var kind = prepared.destination().kind();
        return kind.isKnown() ? kind.name() : "a file system that is " + kind.name();
    }

    /** A fault that passed cost nothing this time, but whoever owns the storage should know. */
    private String checks(Streaming streaming) {
        if (streaming.ledger().status().errors() > 0) {
            return " The storage lost writes on the way; they were written again, and the file was"
                    + " checked against what was read.";
        }
        if (streaming.writer().repeatedWrites() > 0) {
            return " The storage refused writes for a while; they were repeated, and the file was"
                    + " checked against what was read.";
        }
        return request.verify() ? " The file was checked against what was read." : "";
    }

    /** How far the rip was at a stall, 0 to 1. */
    private double shareAt(Stall stall) {
        double total = Math.max(observation.elapsedSeconds(), 1e-9);
        return Math.min(1, stall.startSeconds() / total);
    }

    /** Of a rip that moved bytes; one that was refused has nobody to bill. */
    private String aboutWaiting() {
        var stalls = observation.stalls();
        return VerdictText.aboutWaiting(
                stalls.stalledSeconds(),
                stalls.longest(),
                shareAt(stalls.longest()),
                observation.storageName());
    }

    private String stuck() {
        int calls = roles.stuckCalls() + before.stuckCalls().getAsInt();
        if (calls == 0) {
            return "";
        }
        return calls == 1
                ? " One call still hangs in the kernel; the program can end only when it returns."
                : " "
                        + calls
                        + " calls still hang in the kernel; the program can end only when they"
                        + " return.";
    }
}
