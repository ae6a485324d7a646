package dev.spindle.disc.udf;

import dev.spindle.disc.tree.Extent;

import java.util.ArrayList;
import java.util.List;

/**
 * A partition that is the content of a file, and of a second one that mirrors it, as on Blu-ray
 * (OSTA UDF 2.2.10 and 2.2.13).
 */
final class MetadataPartition implements UdfPartition {
    private final int blockBytes;
    private final List<List<Extent>> copies;

    /**
     * @param copies extents of the metadata file and of its mirror, as far as they can be read
     */
    MetadataPartition(int blockBytes, List<List<Extent>> copies) {
        this.blockBytes = blockBytes;
        this.copies = List.copyOf(copies);
    }

    @Override
    public List<Run> places(long block) {
        var places = new ArrayList<Run>(copies.size());
        for (List<Extent> copy : copies) {
            place(copy, block, places);
        }
        return places;
    }

    private void place(List<Extent> copy, long block, List<Run> places) {
        long left = block * blockBytes;
        for (Extent extent : copy) {
            if (left >= 0 && left < extent.lengthBytes()) {
                long rest = (extent.lengthBytes() - left) / blockBytes;
                if (extent.isRecorded() && rest > 0) {
                    places.add(new Run((extent.offsetBytes() + left) / blockBytes, rest));
                }
                return;
            }
            left -= extent.lengthBytes();
        }
    }
}
