package dev.spindle.rip.stream;

import dev.spindle.drive.Drive;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ring of buffers between reader and writer. What was written and is not confirmed is kept
 * beside the ring as far as there is room. Safe for all threads; all state lies behind one gate.
 */
public final class Ring {
    private final Concurrency concurrency;
    private final Gate gate;
    private final RingRoom room;
    private final SlotPool pool;
    private final KeptSlots kept;
    private final boolean hashing;
    private final Deque<Slot> toWrite = new ArrayDeque<>();
    private final Deque<Slot> toHash = new ArrayDeque<>();

    /** What readers have taken and not handed on. */
    private final Set<Slot> inReaders = Collections.newSetFromMap(new IdentityHashMap<>());

    private int slotsInUse;
    private long backlogBytes;
    private boolean closed;

    /** Written behind the gate, read with each read of the drive. */
    private volatile int grainBytes = Slot.BYTES;

    /** Who keeps buffers from becoming free. */
    public enum Holder {
        WRITER,
        HASHER
    }

    /**
     * A ring.
     *
     * @param capacityBytes rounded down to whole MiB, at least four
     * @param keptBytes the most that is kept of what was written, beside the capacity
     * @param hashing whether a hasher takes each buffer too
     */
    Ring(Concurrency concurrency, long capacityBytes, long keptBytes, boolean hashing) {
        this(concurrency, capacityBytes, keptBytes, hashing, Drive.SECTOR_BYTES);
    }

    /**
     * A ring for reads of one size.
     *
     * @param readBytes of the largest read; all begin at multiples of a sector, the largest at
     *     multiples of theirs
     */
    public Ring(
            Concurrency concurrency,
            long capacityBytes,
            long keptBytes,
            boolean hashing,
            int readBytes) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("ring");
        int mostSlots = slots(Math.max(capacityBytes, 4L * Slot.BYTES));
        this.room = new RingRoom(mostSlots, smallestGrainBytes(readBytes), concurrency.nanoTime());
        this.pool = new SlotPool(Slot.BYTES / readBytes * readBytes);
        this.kept = new KeptSlots(slots(keptBytes), pool);
        this.hashing = hashing;
    }

    /** Reads of raw sectors hardly ever end where a page does: their buffers stay whole. */
    private static int smallestGrainBytes(int readBytes) {
        return 2 * readBytes % Slot.ALIGNMENT_BYTES == 0 ? Grain.LEAST_BYTES : Slot.BYTES;
    }

    private static int slots(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE / 2, bytes / Slot.BYTES);
    }

    /** Gives its memory back; for a ring that nobody uses any more, but perhaps in a hung call. */
    public void letGo() {
        gate.update(() -> {
            pool.clear();
            toWrite.clear();
            toHash.clear();
            kept.clear();
            inReaders.clear();
        });
    }

    /** Bytes that wait for the writer. */
    public long backlogBytes() {
        return gate.read(() -> backlogBytes);
    }

    /**
     * Share of the buffers in use, of those that may be, 0 to 1. Full is also a ring whose lost
     * writes come on top.
     */
    public double fill() {
        return gate.read(() -> Math.min(1, (double) slotsInUse / room.slots()));
    }

    /** Bytes that the drive may still bring before it has to wait. */
    public long roomBytes() {
        return gate.read(() -> (long) Math.max(0, room.slots() - slotsInUse) * grainBytes);
    }

    /** A buffer that holds so much is handed on, also if there is room in it. */
    int grainBytes() {
        return grainBytes;
    }

    /** Who to blame for a full ring. */
    public Holder holder() {
        return gate.read(() -> toHash.size() > toWrite.size() + 1 ? Holder.HASHER : Holder.WRITER);
    }

    /** A free buffer, if there is one. For the reader. */
    public Optional<Slot> tryTake() {
        return gate.read(() -> Optional.ofNullable(takeFree()));
    }

    /** Waits until a buffer is free. */
    public Gate.Outcome awaitFree(StopToken stop) {
        return gate.await(() -> slotsInUse < room.slots(), Deadline.never(), stop);
    }

    /** Hands a filled buffer on. */
    public void publish(Slot slot) {
        gate.update(() -> {
            inReaders.remove(slot);
            slot.handTo(hashing ? 2 : 1);
            toWrite.addLast(slot);
            if (hashing) {
                toHash.addLast(slot);
            }
            backlogBytes += slot.range().lengthBytes();
        });
    }

    /** Gives back a buffer that nothing was put in. */
    public void giveBack(Slot slot) {
        gate.update(() -> recycle(slot));
    }

    /** Has the writer leave out what only fills holes: nobody waits for that after a stop. */
    public void dropFills() {
        gate.update(() -> {
            var dropped = toWrite.stream().filter(Slot::isFill).toList();
            toWrite.removeAll(dropped);
            for (Slot slot : dropped) {
                backlogBytes -= slot.range().lengthBytes();
                release(slot);
            }
        });
    }

    /** No more will be published: takers get what is left. */
    public void close() {
        gate.update(() -> closed = true);
    }

    /** Whether all of this round has been read. */
    public boolean isClosed() {
        return gate.read(() -> closed);
    }

    /**
     * Opens the ring again, for another round of reading. A buffer that a reader took along into a
     * command it was left alone in is replaced: the drive may still write into it.
     */
    public void reopen() {
        gate.update(() -> {
            closed = false;
            slotsInUse -= inReaders.size();
            inReaders.clear();
        });
    }

    /** Whether there is something to write now. */
    public boolean hasDataToWrite() {
        return gate.read(() -> !toWrite.isEmpty());
    }

    /**
     * The next buffers to write, for one call: they lie one behind the other in the image. While
     * the drive brings more, at most half of what waits, so that some become free while others are
     * still written.
     *
     * @param mostBytes of all of them together; a first one that is larger comes alone
     * @return empty when the ring is closed and empty, or the wait stopped
     */
    public List<Slot> nextToWrite(StopToken stop, long mostBytes) {
        gate.await(() -> !toWrite.isEmpty() || closed, Deadline.never(), stop);
        return gate.read(() -> takeRun(Math.min(mostBytes, room.mostOfACallBytes())));
    }

    /** Of a run that failed: as if the writer had not come to these yet. */
    void putBack(List<Slot> slots) {
        gate.update(() -> slots.reversed().forEach(toWrite::addFirst));
    }

    private List<Slot> takeRun(long mostBytes) {
        var run = new ArrayList<Slot>();
        int most = closed ? toWrite.size() : (toWrite.size() + 1) / 2;
        long bytes = 0;
        while (run.size() < most) {
            Slot next = toWrite.getFirst();
            bytes += next.range().lengthBytes();
            if (!run.isEmpty() && (bytes > mostBytes || !next.canFollow(run.getLast()))) {
                break;
            }
            run.add(toWrite.removeFirst());
        }
        return run;
    }

    /** The next buffer to hash; empty likewise. */
    public Optional<Slot> nextToHash(StopToken stop) {
        gate.await(() -> !toHash.isEmpty() || closed, Deadline.never(), stop);
        return gate.read(() -> Optional.ofNullable(toHash.pollFirst()));
    }

    /** The writer has written these, with one call. */
    public void written(List<Slot> slots) {
        gate.update(() -> {
            long bytes = 0;
            for (Slot slot : slots) {
                bytes += slot.range().lengthBytes();
                release(slot);
            }
            backlogBytes -= bytes;
            boolean moreWaits = !toWrite.isEmpty();
            room.written(concurrency.nanoTime(), slots.size(), bytes, slotsInUse, moreWaits);
            grainBytes = room.grainBytes();
        });
    }

    /** The hasher has hashed the buffer. */
    public void hashed(Slot slot) {
        gate.update(() -> release(slot));
    }

    /** What has reached the device need not be kept any more. For the writer. */
    public void forget(Predicate<ByteRange> isConfirmed) {
        gate.read(() -> {
            kept.forget(isConfirmed);
            return true;
        });
    }

    /**
     * Has the writer write again what is still here of this.
     *
     * @return what it will write; the rest has to be read again
     */
    public RangeSet writeAgain(RangeSet lost) {
        var again = new RangeSet();
        gate.update(() -> {
            for (Slot slot : kept.take(lost).reversed()) {
                again.add(slot.range());
                backlogBytes += slot.range().lengthBytes();
                slotsInUse++;
                slot.handTo(1);
                toWrite.addFirst(slot);
            }
        });
        return again;
    }

    private @Nullable Slot takeFree() {
        if (slotsInUse >= room.slots()) {
            return null;
        }
        slotsInUse++;
        Slot slot = pool.take();
        inReaders.add(slot);
        return slot;
    }

    private void release(Slot slot) {
        if (slot.isReleased()) {
            slotsInUse--;
            kept.keep(slot);
        }
    }

    private void recycle(Slot slot) {
        inReaders.remove(slot);
        slotsInUse--;
        pool.giveBack(slot);
    }
}
