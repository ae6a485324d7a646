package dev.spindle.writeback;

import dev.spindle.os.CachedPages;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Past the page cache: a write that has returned is on the device, and one that failed names its
 * range. What O_DIRECT can't take, since it is not aligned, goes through the page cache, and is
 * brought to the device when its chunk is confirmed.
 */
final class DirectCalls implements MechanismCalls {
    private final StorageFile direct;
    private final OutputFiles files;
    private final int offsetAlignBytes;
    private final int memoryAlignBytes;
    private final boolean isForced;
    private final Gate gate;
    private final RangeSet buffered = new RangeSet();

    private volatile boolean gathers = true;

    /** What the last confirmed chunk has left in the cache. The flusher's. */
    private RangeSet cached = new RangeSet();

    /**
     * @param direct the description with O_DIRECT
     * @param isForced whether it stays also where nothing shows that it works
     */
    DirectCalls(Concurrency concurrency, StorageFile direct, OutputFiles files, boolean isForced) {
        this.direct = direct;
        this.files = files;
        this.isForced = isForced;
        // Where the kernel does not tell, a page satisfies every device.
        offsetAlignBytes = orPage(files.facts().directOffsetAlignBytes());
        memoryAlignBytes = orPage(files.facts().directMemoryAlignBytes());
        gate = concurrency.gate("unaligned bytes");
    }

    private static int orPage(int alignBytes) {
        return alignBytes > 0 ? alignBytes : 4096;
    }

    @Override
    public Mechanism mechanism() {
        return Mechanism.DIRECT;
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        int lengthBytes = from.remaining();
        int past = Math.toIntExact(offsetBytes % offsetAlignBytes);
        int aligned = lengthBytes - lengthBytes % offsetAlignBytes;
        if (past == 0 && aligned > 0 && isAligned(from)) {
            return direct.write(first(from, aligned), offsetBytes);
        }
        int odd = past == 0 ? lengthBytes : Math.min(lengthBytes, offsetAlignBytes - past);
        int taken = files.data().write(first(from, odd), offsetBytes);
        gate.update(() -> buffered.add(ByteRange.at(offsetBytes, Math.max(0, taken))));
        return taken;
    }

    /**
     * A call returns when the device has the last of its bytes. Where it has a neighbour's to take
     * as well, each call stands in that queue once, however much it brings.
     */
    @Override
    public int write(List<ByteBuffer> from, long offsetBytes) throws OsException {
        var whole = alignedThroughout(from, offsetBytes);
        if (whole.size() < 2 || !gathers) {
            return write(from.getFirst(), offsetBytes);
        }
        try {
            return direct.write(whole, offsetBytes);
        } catch (OsException problem) {
            if (!problem.errno().meansRefused()) {
                throw problem;
            }
            // It may be the kind of call that is refused, not O_DIRECT.
            gathers = false;
            return write(from.getFirst(), offsetBytes);
        }
    }

    @Override
    public boolean gathers() {
        return gathers;
    }

    /** The first ones that are aligned from their beginning to their end. */
    private List<ByteBuffer> alignedThroughout(List<ByteBuffer> from, long offsetBytes) {
        if (offsetBytes % offsetAlignBytes != 0) {
            return List.of();
        }
        return from.stream()
                .takeWhile(
                        buffer -> buffer.remaining() % offsetAlignBytes == 0 && isAligned(buffer))
                .toList();
    }

    private boolean isAligned(ByteBuffer from) {
        return from.alignmentOffset(from.position(), memoryAlignBytes) == 0;
    }

    private static ByteBuffer first(ByteBuffer from, int bytes) {
        return from.slice(from.position(), bytes);
    }

    @Override
    public void confirm(ByteRange chunk) throws OsException {
        var odd =
                gate.read(() -> {
                    var taken = buffered.intersection(chunk);
                    buffered.removeAll(taken);
                    return taken;
                });
        for (ByteRange range : odd.ranges()) {
            files.sync().writeBackAndWait(range);
        }
        cached = odd;
    }

    /** Apart from the waits: an eviction that fails loses nothing. */
    @Override
    public void evict(ByteRange chunk) throws OsException {
        var taken = cached;
        cached = new RangeSet();
        for (ByteRange range : taken.ranges()) {
            files.sync().dropCache(range);
        }
    }

    @Override
    public Optional<String> objection(ByteRange chunk) throws OsException {
        if (isForced) {
            return Optional.empty();
        }
        // What went through the cache on purpose says nothing about O_DIRECT.
        evict(chunk);
        Optional<CachedPages> pages = files.sync().cachedPages(chunk);
        if (pages.isEmpty()) {
            return Optional.of("nothing shows whether O_DIRECT works here");
        }
        return pages.get().cachedBytes() == 0
                ? Optional.empty()
                : Optional.of("this file system accepts O_DIRECT and caches all the same");
    }
}
