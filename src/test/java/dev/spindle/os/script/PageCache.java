package dev.spindle.os.script;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

/** The state of one file's pages. A page may be dirty again while it is under writeback. */
final class PageCache {
    final RangeSet dirty = new RangeSet();
    final RangeSet underWriteback = new RangeSet();
    final RangeSet clean = new RangeSet();

    /** What leaves the cache once it is written back. */
    final RangeSet uncached = new RangeSet();

    void written(ByteRange pages) {
        uncached.remove(pages);
        dirty.add(pages);
        clean.remove(pages);
    }

    /** Pages that were read: those that were not in memory yet are clean now. */
    void read(ByteRange pages) {
        var nowClean = RangeSet.of(pages);
        nowClean.removeAll(dirty);
        nowClean.removeAll(underWriteback);
        clean.addAll(nowClean);
    }

    /** What a kick would hand to the device: it passes over pages that are on their way. */
    RangeSet kickable(ByteRange range) {
        RangeSet pages = dirty.intersection(Pages.touchedBy(range));
        pages.removeAll(underWriteback);
        return pages;
    }

    void submitted(ByteRange pages) {
        dirty.remove(pages);
        underWriteback.add(pages);
    }

    /** Ends the writeback of pages, well or not: either way the kernel calls them clean. */
    RangeSet ended(ByteRange pages) {
        RangeSet ended = underWriteback.intersection(pages);
        underWriteback.removeAll(ended);
        RangeSet nowClean = ended.copy();
        nowClean.removeAll(dirty);
        clean.addAll(nowClean);
        return ended;
    }

    void forget(ByteRange range) {
        dirty.remove(range);
        underWriteback.remove(range);
        clean.remove(range);
        uncached.remove(range);
    }

    /** Pages of the range that a write would leave as they are, or that only it brings in. */
    RangeSet missing(ByteRange range) {
        ByteRange pages = Pages.touchedBy(range);
        var missing = cached(pages).gaps(pages);
        missing.addAll(uncached.intersection(pages));
        return missing;
    }

    /** What of the range lies in memory. */
    RangeSet cached(ByteRange range) {
        RangeSet cached = dirty.intersection(range);
        cached.addAll(underWriteback.intersection(range));
        cached.addAll(clean.intersection(range));
        return cached;
    }
}
