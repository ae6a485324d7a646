package dev.spindle.disc.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The way back from a sector to the files that have bytes in it. Files may share sectors: hard
 * links, and small files of UDF. Immutable.
 */
public final class LbaIndex {
    /** So many answers at most: more tell nobody anything. */
    private static final int MOST_ANSWERS = 16;

    /**
     * A file at its place.
     *
     * @param path names with slashes between them
     */
    public record Place(String path, DiscFile file) {}

    private record Span(long firstLba, long endLba, Place place) {}

    private final List<Span> spans;

    /** Of the spans up to each one, the furthest end: where to give up looking backwards. */
    private final long[] furthestEnds;

    private LbaIndex(List<Span> sorted) {
        this.spans = sorted;
        this.furthestEnds = new long[sorted.size()];
        long furthest = 0;
        for (int i = 0; i < furthestEnds.length; i++) {
            furthest = Math.max(furthest, sorted.get(i).endLba());
            furthestEnds[i] = furthest;
        }
    }

    /** Of all files of a tree, those included whose content has an obstacle. */
    public static LbaIndex of(DiscTree tree) {
        var spans = new ArrayList<Span>();
        tree.forEach((path, entry) -> {
            if (entry instanceof DiscFile file) {
                add(spans, new Place(path, file));
            }
        });
        spans.sort(Comparator.comparingLong(Span::firstLba));
        return new LbaIndex(List.copyOf(spans));
    }

    private static void add(List<Span> spans, Place place) {
        for (Extent extent : place.file().extents()) {
            if (extent.isRecorded()) {
                spans.add(new Span(extent.firstLba(), extent.endLba(), place));
            }
        }
    }

    /** The files that have bytes in the sector, at most 16; none where it belongs to no file. */
    public List<Place> at(long lba) {
        var found = new ArrayList<Place>();
        int last = lastBeginningUpTo(lba);
        for (int i = last; i >= 0 && furthestEnds[i] > lba; i--) {
            if (spans.get(i).endLba() > lba && found.size() < MOST_ANSWERS) {
                found.addFirst(spans.get(i).place());
            }
        }
        return found.stream().distinct().toList();
    }

    private int lastBeginningUpTo(long lba) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).firstLba() <= lba) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
