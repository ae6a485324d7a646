package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.Fill;
import dev.spindle.run.Activity;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.RangeLedger;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/**
 * Puts a pattern where nothing was read, once the plan has come to its end: through the ring like
 * what is read, but the map stays as it is. What the storage loses of it is due again in the next
 * round. For the reader; what is due may be asked by all threads.
 */
public final class UnreadFill {
    private final Fill fill;
    private final int sectorBytes;
    private final Ring ring;
    private final MapKeeper maps;
    private final RangeLedger ledger;
    private volatile boolean underWay;
    private @Nullable Slot slot;

    /**
     * A fill.
     *
     * @param fill with zeros there is nothing to do: they are there already
     */
    public UnreadFill(Fill fill, int sectorBytes, Ring ring, MapKeeper maps, RangeLedger ledger) {
        this.fill = fill;
        this.sectorBytes = sectorBytes;
        this.ring = ring;
        this.maps = maps;
        this.ledger = ledger;
    }

    /** What is to be written still: neither read nor durable. */
    public RangeSet due() {
        if (leavesZeros()) {
            return new RangeSet();
        }
        var due = maps.missing();
        due.removeAll(ledger.durable());
        return due;
    }

    /** Whether what was not read is to be zeros. */
    public boolean leavesZeros() {
        return fill == Fill.ZEROS;
    }

    /** Whether the drive has nothing more to do in this round, and the holes are being filled. */
    public boolean isUnderWay() {
        return underWay;
    }

    /**
     * Publishes the pattern for all that is due.
     *
     * @return false where a stop ended it: then what is not with the writer yet is dropped
     */
    boolean run(StopToken stop, RoleWorker.Lease lease) throws IOException {
        var due = due();
        if (due.isEmpty()) {
            return true;
        }
        underWay = true;
        // Nobody waits for the drive now, and a wait for room in the ring delays no reading.
        lease.enter(Activity.IDLE);
        try {
            for (ByteRange range : due.ranges()) {
                if (!fill(range, stop)) {
                    return false;
                }
                lease.check();
            }
            publish();
            return true;
        } finally {
            underWay = false;
            giveBack();
        }
    }

    private boolean fill(ByteRange range, StopToken stop) {
        long at = range.startBytes();
        while (at < range.endBytes()) {
            long sectorEnd = (at / sectorBytes + 1) * sectorBytes;
            var piece = new ByteRange(at, Math.min(sectorEnd, range.endBytes()));
            var target = slotFor(piece, stop);
            if (target.isEmpty()) {
                return false;
            }
            FillText.put(target.get().target(), piece, sectorBytes);
            target.get().filled((int) piece.lengthBytes());
            at = piece.endBytes();
        }
        return true;
    }

    /** The buffer that the piece goes into; empty at a stop. */
    private Optional<Slot> slotFor(ByteRange piece, StopToken stop) {
        Slot current = slot;
        if (current != null && current.continuesAt(piece.startBytes(), (int) piece.lengthBytes())) {
            return stop.isStopped() ? Optional.empty() : Optional.of(current);
        }
        publish();
        var free = ring.tryTake();
        while (free.isEmpty() && ring.awaitFree(stop) == Gate.Outcome.MET) {
            free = ring.tryTake();
        }
        if (free.isPresent()) {
            slot = free.get();
            free.get().startAt(piece.startBytes());
            free.get().markFill();
        }
        return stop.isStopped() ? Optional.empty() : free;
    }

    private void publish() {
        Slot current = slot;
        slot = null;
        if (current != null) {
            ring.publish(current);
        }
    }

    private void giveBack() {
        Slot current = slot;
        slot = null;
        if (current != null) {
            ring.giveBack(current);
        }
    }
}
