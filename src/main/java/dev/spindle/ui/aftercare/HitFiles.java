package dev.spindle.ui.aftercare;

import dev.spindle.disc.sector.SectorView;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.Extent;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.DiscMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files that holes of an image hit. Pure.
 *
 * @param files those hit, the worst first
 * @param elsewhereBytes holes that lie in no file: structures of the file system, or nothing
 */
record HitFiles(List<Hit> files, long elsewhereBytes) {
    HitFiles {
        files = List.copyOf(files);
    }

    /**
     * A file with holes.
     *
     * @param lostBytes that could not be read
     */
    record Hit(String path, long lostBytes, long sizeBytes) {}

    /** The holes of a map as the disc's structures count bytes: 2048 to a sector. */
    static List<ByteRange> seen(DiscMap map) {
        var holes = RangeSet.of(map.holes().toArray(ByteRange[]::new));
        return new SectorView(map.sectorBytes()).seen(holes).ranges();
    }

    static HitFiles of(DiscTree tree, List<ByteRange> holes) {
        var set = RangeSet.of(holes.toArray(ByteRange[]::new));
        var elsewhere = set.copy();
        var hits = new ArrayList<Hit>();
        tree.forEach((path, entry) -> {
            if (entry instanceof DiscFile file) {
                long lost = 0;
                for (Extent extent : file.extents()) {
                    if (extent.isRecorded() && extent.lengthBytes() > 0) {
                        var place = ByteRange.at(extent.offsetBytes(), extent.lengthBytes());
                        lost += set.intersection(place).sizeBytes();
                        elsewhere.remove(place);
                    }
                }
                if (lost > 0) {
                    hits.add(new Hit(path, lost, file.sizeBytes()));
                }
            }
        });
        hits.sort(Comparator.comparingLong(Hit::lostBytes).reversed().thenComparing(Hit::path));
        return new HitFiles(hits, elsewhere.sizeBytes());
    }
}
