package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Deadline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/**
 * A disk that writes what is queued, in order. It has no thread: its past is worked out whenever
 * somebody looks. Not safe for threads.
 */
final class Device {
    static final long INSTANT = Long.MAX_VALUE;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** It takes this much at a time, aligned. */
    private static final long PIECE_BYTES = 1 << 16;

    final DeviceFaults faults = new DeviceFaults();
    long readBytesPerSecond = INSTANT;
    long queueLimitBytes = Long.MAX_VALUE;
    private final ArrayDeque<Request> queue = new ArrayDeque<>();
    private long bytesPerSecond = INSTANT;
    private boolean frozen;
    private long submitted;
    private long completed;
    private long writtenBytes;
    private long headDoneBytes;
    private long sinceNanos;
    private long changes;

    /** What is written from the cache has no direct write. */
    private record Request(
            long number, Inode inode, ByteRange pages, Optional<DirectWrite> direct) {}

    /** Queues pages and marks them so. */
    void submit(Inode inode, ByteRange pages, long nowNanos) {
        advance(nowNanos);
        inode.cache.submitted(pages);
        submit(inode, pages, Optional.empty(), nowNanos);
    }

    /**
     * Queues a direct write.
     *
     * @return the request after which it is done
     */
    long submit(DirectWrite write, long nowNanos) {
        submit(write.inode(), write.range(), Optional.of(write), nowNanos);
        return write.range().isEmpty() ? 0 : submitted;
    }

    private void submit(Inode inode, ByteRange range, Optional<DirectWrite> direct, long nowNanos) {
        advance(nowNanos);
        if (queue.isEmpty()) {
            sinceNanos = nowNanos;
        }
        long at = range.startBytes();
        while (at < range.endBytes()) {
            long end = Math.min(range.endBytes(), (at / PIECE_BYTES + 1) * PIECE_BYTES);
            queue.addLast(new Request(++submitted, inode, new ByteRange(at, end), direct));
            at = end;
        }
        advance(nowNanos);
    }

    /** Makes all happen that has happened by now. */
    void advance(long nowNanos) {
        while (!frozen && !queue.isEmpty()) {
            long endNanos = headEndNanos();
            if (endNanos - nowNanos > 0) {
                return;
            }
            sinceNanos = endNanos;
            headDoneBytes = 0;
            complete(queue.removeFirst());
        }
    }

    private void complete(Request request) {
        completed = request.number;
        Optional<Errno> fault = faults.next(request.inode, request.pages, writtenBytes);
        if (fault.isEmpty()) {
            writtenBytes += request.pages.lengthBytes();
        }
        boolean isSwallowed = faults.swallows(request.inode, request.pages);
        if (request.direct.isPresent()) {
            request.direct.get().ended(request.pages, fault, isSwallowed);
        } else if (fault.isPresent()) {
            request.inode.lost(request.pages, fault.get());
        } else if (isSwallowed) {
            request.inode.swallowed(request.pages);
        } else {
            request.inode.reachedDevice(request.pages);
        }
    }

    boolean isDone(long number) {
        return completed >= number;
    }

    /** When the request will be done, unless something changes. */
    Deadline end(long number) {
        if (frozen) {
            return Deadline.never();
        }
        long endNanos = headEndNanos();
        Iterator<Request> requests = queue.iterator();
        Request request = requests.next();
        while (request.number < number) {
            request = requests.next();
            endNanos += nanosFor(request.pages.lengthBytes());
        }
        return Deadline.at(endNanos);
    }

    /** The last request from the cache that touches the range, 0 for none. */
    long lastFor(Inode inode, ByteRange range) {
        ByteRange pages = Pages.touchedBy(range);
        for (var requests = queue.descendingIterator(); requests.hasNext(); ) {
            Request request = requests.next();
            if (request.inode == inode
                    && request.direct.isEmpty()
                    && request.pages.overlaps(pages)) {
                return request.number;
            }
        }
        return 0;
    }

    /** The request after which at most so many bytes are left in the queue, 0 for none. */
    long lastBefore(long leftBytes) {
        long bytes = 0;
        for (var requests = queue.descendingIterator(); requests.hasNext(); ) {
            Request request = requests.next();
            bytes += request.pages.lengthBytes();
            if (bytes > leftBytes) {
                return request.number;
            }
        }
        return 0;
    }

    void rate(long newBytesPerSecond, long nowNanos) {
        settle(nowNanos);
        bytesPerSecond = newBytesPerSecond;
    }

    void freeze(boolean freeze, long nowNanos) {
        settle(nowNanos);
        frozen = freeze;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** Goes up whenever a time that was foretold no longer holds. */
    long changes() {
        return changes;
    }

    /** Goes on with another clock. */
    void moveTo(long oldNanos, long newNanos) {
        settle(oldNanos);
        sinceNanos = newNanos;
    }

    long writtenBytes(long nowNanos) {
        advance(nowNanos);
        return writtenBytes + headDone(nowNanos);
    }

    private void settle(long nowNanos) {
        advance(nowNanos);
        headDoneBytes = headDone(nowNanos);
        sinceNanos = nowNanos;
        changes++;
    }

    private long headDone(long nowNanos) {
        if (queue.isEmpty() || frozen || bytesPerSecond == INSTANT) {
            return headDoneBytes;
        }
        return headDoneBytes + (nowNanos - sinceNanos) * bytesPerSecond / SECOND_NANOS;
    }

    long readNanos(long bytes) {
        return readBytesPerSecond == INSTANT
                ? 0
                : Math.ceilDiv(bytes * SECOND_NANOS, readBytesPerSecond);
    }

    private long headEndNanos() {
        return sinceNanos + nanosFor(queue.getFirst().pages.lengthBytes() - headDoneBytes);
    }

    private long nanosFor(long bytes) {
        return bytesPerSecond == INSTANT ? 0 : Math.ceilDiv(bytes * SECOND_NANOS, bytesPerSecond);
    }
}
