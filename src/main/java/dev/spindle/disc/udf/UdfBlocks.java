package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;

import java.util.Optional;

/**
 * A disc in blocks of UDF. Discs have blocks of one sector; images of hard disks and memory cards
 * may have others (OSTA UDF 2.2.4.2).
 */
final class UdfBlocks {
    private final SectorCache disc;
    private final int blockBytes;

    /**
     * @param blockBytes a power of two from 512 to 32768
     */
    UdfBlocks(SectorCache disc, int blockBytes) {
        this.disc = disc;
        this.blockBytes = blockBytes;
    }

    int blockBytes() {
        return blockBytes;
    }

    /** Whole blocks of the disc. */
    long count() {
        return disc.sectors() * Sector.BYTES / blockBytes;
    }

    /** A block of the volume; empty where it can't be read or does not exist. */
    Optional<Bytes> read(long block) {
        if (block < 0 || block >= count()) {
            return Optional.empty();
        }
        if (blockBytes <= Sector.BYTES) {
            int perSector = Sector.BYTES / blockBytes;
            int at = (int) (block % perSector) * blockBytes;
            return disc.read(block / perSector).map(s -> new Bytes(s.bytes(at, blockBytes)));
        }
        return readLarge(block * (blockBytes / Sector.BYTES));
    }

    private Optional<Bytes> readLarge(long firstLba) {
        var bytes = new byte[blockBytes];
        for (int at = 0; at < blockBytes; at += Sector.BYTES) {
            Sector sector = disc.read(firstLba + at / Sector.BYTES).orElse(null);
            if (sector == null) {
                return Optional.empty();
            }
            System.arraycopy(sector.bytes(0, Sector.BYTES), 0, bytes, at, Sector.BYTES);
        }
        return Optional.of(new Bytes(bytes));
    }

    /** Refuses the disc where too much of it was asked for. */
    void checkBudget() throws DiscException {
        disc.checkBudget();
    }
}
