package dev.spindle.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of byte offsets, kept as disjoint ranges that never touch.
 *
 * <p>Not safe for threads: each set has one owner; others are handed a {@link #copy}.
 */
public final class RangeSet {
    private final NavigableMap<Long, Long> endByStart = new TreeMap<>();
    private long sizeBytes;

    /** A set that holds what the ranges hold. */
    public static RangeSet of(ByteRange... ranges) {
        var set = new RangeSet();
        for (ByteRange range : ranges) {
            set.add(range);
        }
        return set;
    }

    public RangeSet copy() {
        var copy = new RangeSet();
        copy.endByStart.putAll(endByStart);
        copy.sizeBytes = sizeBytes;
        return copy;
    }

    public void add(ByteRange range) {
        if (range.isEmpty()) {
            return;
        }
        long start = range.startBytes();
        long end = range.endBytes();
        Map.Entry<Long, Long> before = endByStart.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
        }
        var touched = endByStart.subMap(start, true, end, true);
        for (var old : touched.entrySet()) {
            end = Math.max(end, old.getValue());
            sizeBytes -= old.getValue() - old.getKey();
        }
        touched.clear();
        endByStart.put(start, end);
        sizeBytes += end - start;
    }

    public void addAll(RangeSet other) {
        other.ranges().forEach(this::add);
    }

    public void remove(ByteRange range) {
        if (range.isEmpty()) {
            return;
        }
        for (ByteRange hit : intersection(range).ranges()) {
            ByteRange whole = enclosing(hit);
            endByStart.remove(whole.startBytes());
            sizeBytes -= whole.lengthBytes();
            add(new ByteRange(whole.startBytes(), hit.startBytes()));
            add(new ByteRange(hit.endBytes(), whole.endBytes()));
        }
    }

    public void removeAll(RangeSet other) {
        other.ranges().forEach(this::remove);
    }

    public void clear() {
        endByStart.clear();
        sizeBytes = 0;
    }

    /** What of the range this set holds. */
    public RangeSet intersection(ByteRange range) {
        var common = new RangeSet();
        Long first = endByStart.floorKey(range.startBytes());
        var candidates =
                endByStart.subMap(
                        first == null ? range.startBytes() : first, true, range.endBytes(), false);
        candidates.forEach(
                (start, end) -> common.add(new ByteRange(start, end).intersection(range)));
        return common;
    }

    public RangeSet intersection(RangeSet other) {
        var common = new RangeSet();
        for (ByteRange range : other.ranges()) {
            common.addAll(intersection(range));
        }
        return common;
    }

    /** What of the range this set does not hold. */
    public RangeSet gaps(ByteRange range) {
        var gaps = RangeSet.of(range);
        intersection(range).ranges().forEach(gaps::remove);
        return gaps;
    }

    public boolean containsAll(ByteRange range) {
        if (range.isEmpty()) {
            return true;
        }
        Map.Entry<Long, Long> at = endByStart.floorEntry(range.startBytes());
        return at != null && at.getValue() >= range.endBytes();
    }

    public boolean containsAll(RangeSet other) {
        return other.ranges().stream().allMatch(this::containsAll);
    }

    /** The first run that ends behind {@code fromBytes}, without what lies before it. */
    public Optional<ByteRange> firstFrom(long fromBytes) {
        Map.Entry<Long, Long> at = endByStart.floorEntry(fromBytes);
        if (at == null || at.getValue() <= fromBytes) {
            at = endByStart.higherEntry(fromBytes);
        }
        return at == null
                ? Optional.empty()
                : Optional.of(new ByteRange(Math.max(fromBytes, at.getKey()), at.getValue()));
    }

    public boolean isEmpty() {
        return endByStart.isEmpty();
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /** The ranges in ascending order, as they are now. */
    public List<ByteRange> ranges() {
        var ranges = new ArrayList<ByteRange>(endByStart.size());
        endByStart.forEach((start, end) -> ranges.add(new ByteRange(start, end)));
        return ranges;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RangeSet set && endByStart.equals(set.endByStart);
    }

    @Override
    public int hashCode() {
        return endByStart.hashCode();
    }

    @Override
    public String toString() {
        return ranges().toString();
    }

    private ByteRange enclosing(ByteRange hit) {
        var entry = endByStart.floorEntry(hit.startBytes());
        if (entry == null) {
            throw new IllegalStateException("no range holds " + hit);
        }
        return new ByteRange(entry.getKey(), entry.getValue());
    }
}
