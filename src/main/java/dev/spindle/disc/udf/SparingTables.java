package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads sparing tables (OSTA UDF 2.2.9 and 2.2.12). */
final class SparingTables {
    /** Entries from here on name packets that are free or defective. */
    private static final long NO_PACKET = 0xFFFF_FFF0L;

    private static final int ENTRIES = 56;
    private static final int ENTRY_BYTES = 8;

    /** So many blocks has a table at most: that of a CD-RW has one or two. */
    private static final int MOST_BLOCKS = 64;

    private SparingTables() {}

    /** The partition that a map of 64 bytes describes, with the newest table that is whole. */
    static UdfPartition partition(UdfBlocks blocks, PhysicalPartition physical, Bytes map)
            throws DiscException {
        int packetBlocks = map.u16(40);
        if (Integer.bitCount(packetBlocks) != 1) {
            throw new DiscException("its packets have " + packetBlocks + " blocks");
        }
        int tables = Math.min(map.u8(42), 4);
        long bytes = Math.min(map.u32(44), (long) MOST_BLOCKS * blocks.blockBytes());
        List<Bytes> newest = List.of();
        for (int i = 0; i < tables; i++) {
            List<Bytes> table = table(blocks, map.u32(48 + 4 * i), bytes);
            if (!table.isEmpty()
                    && (newest.isEmpty() || table.getFirst().u32(52) > newest.getFirst().u32(52))) {
                newest = table;
            }
        }
        if (newest.isEmpty()) {
            blocks.checkBudget();
            throw new DiscException("its tables of spared packets can't be read");
        }
        return new SparablePartition(physical, packetBlocks, spared(newest, packetBlocks));
    }

    /** The blocks of a table; none if it is damaged. */
    private static List<Bytes> table(UdfBlocks blocks, long first, long bytes) {
        var table = new ArrayList<Bytes>();
        for (long at = 0; at < bytes; at += blocks.blockBytes()) {
            Bytes block = blocks.read(first + table.size()).orElse(null);
            if (block == null) {
                return List.of();
            }
            table.add(block);
        }
        boolean isTable =
                !table.isEmpty()
                        && UdfTag.identifier(table.getFirst()) == 0
                        && UdfTag.location(table.getFirst()) == first
                        && table.getFirst().hasText(17, "*UDF Sparing Table");
        return isTable ? table : List.of();
    }

    /**
     * Entries are in pairs: a block of the partition, which begins a packet, and a block of the
     * volume. What begins no packet is none: between packets, places would have no length.
     */
    private static NavigableMap<Long, Long> spared(List<Bytes> table, int packetBlocks) {
        var spared = new TreeMap<Long, Long>();
        int blockBytes = table.getFirst().length();
        int count = table.getFirst().u16(48);
        for (int i = 0; i < count; i++) {
            int at = ENTRIES + i * ENTRY_BYTES;
            if (at / blockBytes >= table.size()) {
                break;
            }
            Bytes block = table.get(at / blockBytes);
            long original = block.u32(at % blockBytes);
            if (original < NO_PACKET && original % packetBlocks == 0) {
                spared.put(original, block.u32(at % blockBytes + 4));
            }
        }
        return spared;
    }
}
