package dev.spindle.rip.record;

import dev.spindle.timeline.Side;

import java.util.Map;
import java.util.Optional;

/**
 * A verdict as it is kept and told; see {@code rip.RipVerdict} for what the figures mean.
 *
 * @param outcome its name, as in {@code rip.RipOutcome}
 * @param exit the exit code that stands for it
 * @param file absolute path of the image; empty where there is none
 * @param hashes hex text by algorithm name
 * @param rescue what was done for damaged places; empty in records of older programs
 */
public record VerdictRecord(
        String outcome,
        int exit,
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
        Optional<RescueRecord> rescue) {
    /** The same of an image that holds something else now. */
    public VerdictRecord withHashes(Map<String, String> newHashes) {
        return new VerdictRecord(
                outcome,
                exit,
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
}
