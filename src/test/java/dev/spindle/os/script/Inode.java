package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/** A file or folder, whatever its names. */
final class Inode {
    final long number;
    final FileFacts.Kind kind;
    final PageCache cache = new PageCache();
    final ErrorSequence errors = new ErrorSequence();

    /** Blocks it holds, in pages. */
    final RangeSet allocated = new RangeSet();

    /** What reached the device since the last flush. */
    final RangeSet unflushed = new RangeSet();

    /** Blocks whose first write failed, and which are still called unwritten. */
    final RangeSet unwritten = new RangeSet();

    /** Blocks that were written well at least once. */
    final RangeSet everWritten = new RangeSet();

    /** What readers see; equal to {@link #onDevice} wherever nothing is cached. */
    final PageStore seen;

    final PageStore onDevice;
    final PageStore durable;
    long sizeBytes;
    long durableSizeBytes;
    int linkCount;
    int openCount;
    @Nullable Object lockHolder;

    /** The last name it got, also after it was removed. */
    String path;

    Inode(long number, FileFacts.Kind kind, String path) {
        this(number, kind, path, new PageStore(), 0);
    }

    /** An inode whose content is all on the device and flushed. */
    Inode(long number, FileFacts.Kind kind, String path, PageStore content, long sizeBytes) {
        this.number = number;
        this.kind = kind;
        this.path = path;
        this.durable = content;
        this.onDevice = content.copy();
        this.seen = content.copy();
        this.sizeBytes = sizeBytes;
        this.durableSizeBytes = sizeBytes;
    }

    /** What of the range lies within the file, at most so much. */
    ByteRange present(ByteRange range, int mostBytes) {
        ByteRange present = range.intersection(new ByteRange(0, sizeBytes));
        return ByteRange.at(present.startBytes(), Math.min(present.lengthBytes(), mostBytes));
    }

    boolean isFolder() {
        return kind == FileFacts.Kind.FOLDER;
    }

    void write(ByteBuffer from, long offsetBytes) {
        var range = ByteRange.at(offsetBytes, from.remaining());
        if (range.isEmpty()) {
            return;
        }
        seen.write(from, offsetBytes);
        cache.written(Pages.touchedBy(range));
        sizeBytes = Math.max(sizeBytes, range.endBytes());
    }

    /**
     * The device has written the pages as they are now. Where new blocks failed before, ext4 goes
     * on to call them unwritten: what is written there from the same pages never shows up again.
     */
    void reachedDevice(ByteRange pages) {
        for (ByteRange range : cache.ended(pages).ranges()) {
            RangeSet lands = unwritten.gaps(range);
            lands.ranges().forEach(landed -> onDevice.copy(seen, landed));
            unflushed.addAll(lands);
            everWritten.addAll(lands);
        }
        dropUncached(pages);
    }

    /** The device says that it has written the pages, and has not. */
    void swallowed(ByteRange pages) {
        everWritten.addAll(cache.ended(pages));
        dropUncached(pages);
    }

    /** The device has written this past the cache, whose own pages stay only where they changed. */
    void landed(ByteRange range, PageStore content) {
        onDevice.copy(content, range);
        unflushed.add(range);
        everWritten.add(range);
        drop(Pages.touchedBy(range));
        unwritten.remove(range);
        cache.cached(range).gaps(range).ranges().forEach(landed -> seen.copy(onDevice, landed));
    }

    /** What a failed write left behind the end of the file is freed. */
    void clearBehindEnd(ByteRange range) {
        var tail =
                new ByteRange(
                        Math.max(sizeBytes, range.startBytes()),
                        Math.max(sizeBytes, range.endBytes()));
        seen.clear(tail);
        onDevice.clear(tail);
        everWritten.remove(tail);
    }

    /** The device could not write the pages: they are clean all the same. */
    void lost(ByteRange pages, Errno errno) {
        RangeSet failed = cache.ended(pages);
        failed.removeAll(everWritten);
        unwritten.addAll(failed);
        errors.add(errno);
        dropUncached(pages);
    }

    /** Pages of uncached writes go at the end of their writeback, well or not. */
    private void dropUncached(ByteRange pages) {
        RangeSet leaving = cache.uncached.intersection(pages).intersection(cache.clean);
        leaving.ranges().forEach(this::drop);
    }

    /** Frees blocks and pages. */
    void discard(ByteRange range) {
        cache.forget(Pages.wholeIn(range, sizeBytes));
        seen.clear(range);
        onDevice.clear(range);
        unwritten.remove(range);
        everWritten.remove(range);
        unflushed.add(range);
    }

    /** Drops clean whole pages; what the device has shows through. */
    void drop(ByteRange range) {
        ByteRange whole = Pages.wholeIn(range, sizeBytes);
        for (ByteRange page : cache.clean.intersection(whole).ranges()) {
            cache.clean.remove(page);
            cache.uncached.remove(page);
            unwritten.remove(page);
            seen.copy(onDevice, page);
        }
    }

    /**
     * A successful fdatasync that was called when the file had that size. Behind the end may lie
     * parts of a direct write that is still under way.
     */
    void flushed(long sizeAtCallBytes) {
        long endBytes = Pages.up(Math.max(sizeBytes, durableSizeBytes));
        RangeSet flushed = unflushed.intersection(new ByteRange(0, endBytes));
        flushed.ranges().forEach(range -> durable.copy(onDevice, range));
        unflushed.removeAll(flushed);
        // A sync that began earlier and ends later takes nothing back.
        durableSizeBytes = Math.min(Math.max(sizeAtCallBytes, durableSizeBytes), sizeBytes);
    }

    void resize(long newSizeBytes) {
        if (newSizeBytes < sizeBytes) {
            var cut = new ByteRange(newSizeBytes, Pages.up(sizeBytes));
            seen.clear(cut);
            onDevice.clear(cut);
            unflushed.add(cut);
            var pages = new ByteRange(Pages.up(newSizeBytes), Long.MAX_VALUE);
            cache.forget(pages);
            allocated.remove(pages);
            unwritten.remove(pages);
            everWritten.remove(pages);
        }
        sizeBytes = newSizeBytes;
    }
}
