package dev.spindle.rip;

import dev.spindle.rip.record.VerdictRecord;

import java.util.Optional;

/** Makes the record of a verdict. */
public final class VerdictRecords {
    private VerdictRecords() {}

    /** The verdict as it is kept and told. */
    public static VerdictRecord of(RipVerdict verdict) {
        return new VerdictRecord(
                verdict.outcome().name(),
                verdict.outcome().exitCode(),
                verdict.durable(),
                verdict.text(),
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
                Optional.of(verdict.rescue()));
    }
}
