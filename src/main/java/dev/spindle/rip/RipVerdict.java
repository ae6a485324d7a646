package dev.spindle.rip;

import dev.spindle.rip.record.RescueRecord;
import dev.spindle.timeline.Side;

import java.util.EnumMap;
import java.util.Map;

/**
 * The end of a rip: how it ended and which side cost the time.
 *
 * @param outcome how it ended
 * @param durable whether the storage has confirmed the whole file
 * @param text one sentence for people, or two
 * @param file absolute path of the image, finished or partial; empty where there is none
 * @param hashes hex text by algorithm name; empty where none was asked for or the file is partial
 * @param totalSeconds from start to verdict
 * @param readSeconds until the last byte was read
 * @param durableSeconds until the image was durable; 0 where it is not
 * @param longestWriterStallSeconds longest single call or wait of the writer
 * @param p999WriterStallSeconds 99.9th percentile of those
 * @param readerWaitSeconds time the drive had to wait for us
 * @param peakUnconfirmedBytes the most that was written and not confirmed
 * @param cpuSeconds CPU time of the process meanwhile
 * @param policy name of the policy
 * @param mechanism name of the mechanism
 * @param badSectors sectors that could not be read
 * @param stalledSeconds wall time by side, each moment billed once
 * @param rescue what was done for damaged places, and which files miss sectors
 */
public record RipVerdict(
        RipOutcome outcome,
        boolean durable,
        String text,
        String file,
        Map<String, String> hashes,
        double totalSeconds,
        double readSeconds,
        double durableSeconds,
        double longestWriterStallSeconds,
        double p999WriterStallSeconds,
        double readerWaitSeconds,
        long peakUnconfirmedBytes,
        double cpuSeconds,
        String policy,
        String mechanism,
        long badSectors,
        Map<Side, Double> stalledSeconds,
        RescueRecord rescue) {
    public RipVerdict {
        hashes = Map.copyOf(hashes);
        stalledSeconds = Map.copyOf(stalledSeconds);
    }

    /** The same rip, which was held up by more than was known. */
    public RipVerdict withStalled(Map<Side, Double> more) {
        var all = new EnumMap<Side, Double>(Side.class);
        all.putAll(stalledSeconds);
        more.forEach((side, time) -> all.merge(side, time, Double::sum));
        return new RipVerdict(
                outcome,
                durable,
                text,
                file,
                hashes,
                totalSeconds,
                readSeconds,
                durableSeconds,
                longestWriterStallSeconds,
                p999WriterStallSeconds,
                readerWaitSeconds,
                peakUnconfirmedBytes,
                cpuSeconds,
                policy,
                mechanism,
                badSectors,
                all,
                rescue);
    }

    /** The same rip with other hashes. */
    public RipVerdict withHashes(Map<String, String> newHashes) {
        return new RipVerdict(
                outcome,
                durable,
                text,
                file,
                newHashes,
                totalSeconds,
                readSeconds,
                durableSeconds,
                longestWriterStallSeconds,
                p999WriterStallSeconds,
                readerWaitSeconds,
                peakUnconfirmedBytes,
                cpuSeconds,
                policy,
                mechanism,
                badSectors,
                stalledSeconds,
                rescue);
    }

    /**
     * The same rip with another end.
     *
     * @param moreSeconds that it took until then
     */
    public RipVerdict with(
            RipOutcome newOutcome,
            boolean newDurable,
            String newText,
            String newFile,
            double moreSeconds) {
        return new RipVerdict(
                newOutcome,
                newDurable,
                newText,
                newFile,
                hashes,
                totalSeconds + moreSeconds,
                readSeconds,
                newDurable ? durableSeconds + moreSeconds : 0,
                longestWriterStallSeconds,
                p999WriterStallSeconds,
                readerWaitSeconds,
                peakUnconfirmedBytes,
                cpuSeconds,
                policy,
                mechanism,
                badSectors,
                stalledSeconds,
                rescue);
    }
}
