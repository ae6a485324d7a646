package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.Extent;

import java.util.ArrayList;
import java.util.List;

/** The table of partition maps of a logical volume (ECMA-167 3/10.7), made into partitions. */
final class UdfMaps {
    /** Real volumes have one or two. */
    private static final int MOST = 8;

    private static final int TABLE = 440;
    private static final int PHYSICAL_BYTES = 6;
    private static final int TYPED_BYTES = 64;
    private static final int IDENTIFIER = 5;

    private final UdfDescriptors descriptors;
    private final UdfSpace space;
    private final Bytes volume;

    private UdfMaps(UdfDescriptors descriptors) {
        this.descriptors = descriptors;
        this.space = new UdfSpace(descriptors.blocks());
        this.volume = descriptors.volume();
    }

    /** The partitions that structures of the volume refer to by their place in the table. */
    static UdfSpace partitions(UdfDescriptors descriptors) throws DiscException {
        var maps = new UdfMaps(descriptors);
        maps.read();
        return maps.space;
    }

    private void read() throws DiscException {
        long count = Math.min(volume.u32(268), MOST);
        long end = Math.min(TABLE + volume.u32(264), volume.length());
        int at = TABLE;
        for (int i = 0; i < count && at + PHYSICAL_BYTES <= end; i++) {
            int bytes = volume.u8(at + 1);
            if (bytes < PHYSICAL_BYTES || at + bytes > end) {
                throw new DiscException("its table of partitions is damaged");
            }
            space.add(
                    bytes == TYPED_BYTES && volume.u8(at) == 2
                            ? typed(at)
                            : physical(volume.u16(at + 4)));
            at += bytes;
        }
        if (space.partitions().isEmpty()) {
            throw new DiscException("it has no partition");
        }
    }

    private PhysicalPartition physical(int number) throws DiscException {
        Bytes partition = descriptors.partitions().get(number);
        if (partition == null) {
            throw new DiscException("nothing tells where its partition " + number + " is");
        }
        return new PhysicalPartition(partition.u32(188), partition.u32(192));
    }

    private UdfPartition typed(int at) throws DiscException {
        int number = volume.u16(at + 38);
        if (volume.hasText(at + IDENTIFIER, "*UDF Sparable Partition")) {
            return SparingTables.partition(
                    descriptors.blocks(), physical(number), volume.slice(at, TYPED_BYTES));
        }
        if (volume.hasText(at + IDENTIFIER, "*UDF Virtual Partition")) {
            return new VirtualAllocationTable(space, below(number)).partition();
        }
        if (volume.hasText(at + IDENTIFIER, "*UDF Metadata Partition")) {
            return metadata(at, number);
        }
        throw new DiscException("it has a partition of a kind that Spindle does not know");
    }

    /** Index of the partition of the same number that was mapped before; else of a new one. */
    private int below(int number) throws DiscException {
        PhysicalPartition wanted = physical(number);
        int index = space.partitions().indexOf(wanted);
        if (index < 0) {
            throw new DiscException("its partitions are mapped in no known order");
        }
        return index;
    }

    /** Main and mirror file (OSTA UDF 2.2.10); each by itself will do. */
    private UdfPartition metadata(int at, int number) throws DiscException {
        int below = number(number);
        var copies = new ArrayList<List<Extent>>();
        String problem = "";
        for (int field : new int[] {40, 44}) {
            try {
                var icb = new LongAd(1, volume.u32(at + field), below);
                var entry = UdfEntry.read(space, icb, "the metadata file");
                copies.add(UdfContent.of(space, entry));
            } catch (DiscException damaged) {
                space.checkBudget();
                problem = damaged.getMessage();
            }
        }
        if (copies.isEmpty()) {
            throw new DiscException(problem);
        }
        return new MetadataPartition(space.blocks().blockBytes(), copies);
    }

    /** A metadata file may also lie in a partition with spared packets (OSTA UDF 2.2.10). */
    private int number(int number) throws DiscException {
        for (int i = 0; i < space.partitions().size(); i++) {
            if (space.partitions().get(i) instanceof SparablePartition) {
                return i;
            }
        }
        return below(number);
    }
}
