package dev.spindle.rip.stream;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The ring of buffers between reader and writer. The buffer freed last is used first, so that
 * resident memory follows the backlog. Safe for all threads; all state lies behind one gate.
 */
public final class Ring {
    private final Gate gate;
    private final int mostSlots;
    private final boolean hashing;
    private final Deque<Slot> free = new ArrayDeque<>();
    private final Deque<Slot> toWrite = new ArrayDeque<>();
    private final Deque<Slot> toHash = new ArrayDeque<>();
    private int slots;
    private int slotsInUse;
    private long backlogBytes;
    private boolean closed;

    /** Who keeps buffers from becoming free. */
    public enum Holder {
        WRITER,
        HASHER
    }

    /**
     * A ring.
     *
     * @param capacityBytes rounded down to whole MiB, at least four
     * @param hashing whether a hasher takes each buffer too
     */
    public Ring(Concurrency concurrency, long capacityBytes, boolean hashing) {
        this.gate = concurrency.gate("ring");
        this.mostSlots = (int) Math.max(4, Math.min(Integer.MAX_VALUE, capacityBytes / Slot.BYTES));
        this.hashing = hashing;
    }

    public long capacityBytes() {
        return (long) mostSlots * Slot.BYTES;
    }

    /** Bytes that wait for the writer. */
    public long backlogBytes() {
        return gate.read(() -> backlogBytes);
    }

    /** Share of the buffers in use, 0 to 1. */
    public double fill() {
        return gate.read(() -> (double) slotsInUse / mostSlots);
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
        return gate.await(() -> slotsInUse < mostSlots, Deadline.never(), stop);
    }

    /** Hands a filled buffer on. */
    public void publish(Slot slot) {
        gate.update(() -> {
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

    /** No more will be published: takers get what is left. */
    public void close() {
        gate.update(() -> closed = true);
    }

    /** Opens the ring again, for another round of reading. */
    public void reopen() {
        gate.update(() -> closed = false);
    }

    /** Whether there is something to write now. */
    public boolean hasDataToWrite() {
        return gate.read(() -> !toWrite.isEmpty());
    }

    /** The next buffer to write; empty when the ring is closed and empty, or the wait stopped. */
    public Optional<Slot> nextToWrite(StopToken stop) {
        return next(toWrite, stop);
    }

    /** The next buffer to hash; empty likewise. */
    public Optional<Slot> nextToHash(StopToken stop) {
        return next(toHash, stop);
    }

    /** The writer has written the buffer. */
    public void written(Slot slot) {
        gate.update(() -> {
            backlogBytes -= slot.range().lengthBytes();
            release(slot);
        });
    }

    /** The hasher has hashed the buffer. */
    public void hashed(Slot slot) {
        gate.update(() -> release(slot));
    }

    private Optional<Slot> next(Deque<Slot> queue, StopToken stop) {
        gate.await(() -> !queue.isEmpty() || closed, Deadline.never(), stop);
        return gate.read(() -> Optional.ofNullable(queue.pollFirst()));
    }

    private @Nullable Slot takeFree() {
        if (slotsInUse >= mostSlots) {
            return null;
        }
        slotsInUse++;
        if (free.isEmpty()) {
            slots++;
            return new Slot();
        }
        return free.removeLast();
    }

    private void release(Slot slot) {
        if (slot.isReleased()) {
            recycle(slot);
        }
    }

    private void recycle(Slot slot) {
        slotsInUse--;
        free.addLast(slot);
    }

    /** How many buffers were ever made. */
    int allocatedSlots() {
        return gate.read(() -> slots);
    }
}
