package dev.spindle.ui.library;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.VerdictRecord;

import java.util.Arrays;
import java.util.Optional;

/** What the views of a rip show of one that has ended long ago. Pure. */
final class RecordedRip {
    private RecordedRip() {}

    /** The verdict as it was; empty for a rip that ended without one. */
    static Optional<RipVerdict> verdict(RipRecord rip) {
        return rip.verdict().map(RecordedRip::verdict);
    }

    private static RipVerdict verdict(VerdictRecord kept) {
        return new RipVerdict(
                outcome(kept.outcome()),
                kept.durable(),
                kept.text(),
                kept.file(),
                kept.hashes(),
                kept.totalSeconds(),
                kept.readSeconds(),
                kept.durableSeconds(),
                kept.longestWriterStallSeconds(),
                kept.p999WriterStallSeconds(),
                kept.readerWaitSeconds(),
                kept.peakUnconfirmedBytes(),
                kept.cpuSeconds(),
                kept.policy(),
                kept.mechanism(),
                kept.badSectors(),
                kept.stalledSeconds(),
                kept.rescue().orElse(RescueRecord.NOTHING));
    }

    /** One that a later version made up ended in a way that this one does not know. */
    private static RipOutcome outcome(String name) {
        return Arrays.stream(RipOutcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(RipOutcome.INTERNAL_ERROR);
    }
}
