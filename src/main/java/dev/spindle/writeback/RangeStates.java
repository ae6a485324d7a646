package dev.spindle.writeback;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.Optional;

/**
 * Which bytes were written, which reached the device, which are durable, and which were lost. Each
 * is part of the one before it, but for the lost ones. Pure; not safe for threads: the ledger's.
 */
final class RangeStates {
    private final RangeSet written;
    private final RangeSet confirmed;
    private final RangeSet durable;
    private final RangeSet lost = new RangeSet();
    private final RangeSet everLost = new RangeSet();
    private long peakUnconfirmedBytes;

    RangeStates(RangeSet alreadyDurable) {
        this.written = alreadyDurable.copy();
        this.confirmed = alreadyDurable.copy();
        this.durable = alreadyDurable.copy();
    }

    RangeSet written() {
        return written;
    }

    RangeSet confirmed() {
        return confirmed;
    }

    RangeSet durable() {
        return durable;
    }

    long unconfirmedBytes() {
        return written.sizeBytes() - confirmed.sizeBytes();
    }

    long peakUnconfirmedBytes() {
        return peakUnconfirmedBytes;
    }

    /** The first stretch from there on in which something is unconfirmed, and no longer than so. */
    Optional<ByteRange> unconfirmedFrom(long fromBytes, long mostBytes) {
        var open = written.copy();
        open.removeAll(confirmed);
        return open.firstFrom(fromBytes).map(first -> stretch(open, first, mostBytes));
    }

    /**
     * Ends at a whole MiB where there is more: behind a seek chunks would else begin and end inside
     * pages for ever, and each such page be written twice.
     */
    private static ByteRange stretch(RangeSet open, ByteRange first, long mostBytes) {
        long mostEndBytes = first.startBytes() + mostBytes;
        long alignedEndBytes = mostEndBytes >> 20 << 20;
        long endBytes = alignedEndBytes > first.startBytes() ? alignedEndBytes : mostEndBytes;
        var within = open.intersection(new ByteRange(first.startBytes(), endBytes)).ranges();
        return new ByteRange(first.startBytes(), within.getLast().endBytes());
    }

    /** Whatever was known of the range no longer holds. */
    void unknown(ByteRange range) {
        written.remove(range);
        confirmed.remove(range);
        durable.remove(range);
    }

    void wrote(ByteRange range) {
        written.add(range);
        peakUnconfirmedBytes = Math.max(peakUnconfirmedBytes, unconfirmedBytes());
    }

    void confirm(RangeSet reached) {
        confirmed.addAll(reached);
    }

    void commit(RangeSet reached) {
        durable.addAll(reached);
        confirmed.addAll(reached);
    }

    /** What was written and is not durable may all be gone. */
    void loseAllThatIsNotDurable() {
        var gone = written.copy();
        gone.removeAll(durable);
        lose(gone);
    }

    /** These are gone, durable or not. */
    void lose(RangeSet gone) {
        written.removeAll(gone);
        confirmed.removeAll(gone);
        durable.removeAll(gone);
        lost.addAll(gone);
        everLost.addAll(gone);
    }

    /** Hands over, once, what was lost since this was last asked. */
    RangeSet takeLost() {
        var taken = lost.copy();
        lost.clear();
        return taken;
    }

    boolean wasLost(ByteRange range) {
        return !everLost.intersection(range).isEmpty();
    }
}
