package dev.spindle.disc.iso;

import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.VolumeStructures;
import dev.spindle.disc.text.Labels;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the volume descriptors of ISO 9660 tell. Numbers of clauses are ECMA-119's; offsets are its
 * byte positions less one.
 *
 * @param label the Joliet label if there is one, else the primary's
 * @param sizeBytes volume space; empty where the field contradicts itself
 */
public record IsoVolume(Optional<String> label, OptionalLong sizeBytes) {
    /** Types of descriptors (8.1.1). */
    private static final int PRIMARY = 1;

    private static final int SUPPLEMENTARY = 2;
    private static final int TERMINATOR = 255;

    /** Reads them; empty where there is no primary descriptor. */
    public static Optional<IsoVolume> read(SectorCache disc) {
        Optional<Sector> primary = Optional.empty();
        Optional<String> joliet = Optional.empty();
        for (long lba : VolumeStructures.lbas()) {
            Sector sector = disc.read(lba).filter(IsoVolume::isDescriptor).orElse(null);
            if (sector == null) {
                continue;
            }
            if (sector.u8(0) == TERMINATOR) {
                break;
            }
            if (sector.u8(0) == PRIMARY && primary.isEmpty()) {
                primary = Optional.of(sector);
            }
            if (sector.u8(0) == SUPPLEMENTARY && isJoliet(sector) && joliet.isEmpty()) {
                joliet = Labels.joliet(sector.bytes(40, 32));
            }
        }
        Optional<String> better = joliet;
        return primary.map(
                p -> new IsoVolume(better.or(() -> Labels.iso(p.bytes(40, 32))), sizeBytes(p)));
    }

    /** Whether the set of descriptors ends here (8.3). */
    public static boolean isTerminator(Sector sector) {
        return isDescriptor(sector) && sector.u8(0) == TERMINATOR;
    }

    private static boolean isDescriptor(Sector sector) {
        return sector.hasText(1, "CD001");
    }

    /** Escape sequences of UCS-2 level 1, 2 and 3 (Joliet specification). */
    private static boolean isJoliet(Sector sector) {
        return sector.hasText(88, "%/@") || sector.hasText(88, "%/C") || sector.hasText(88, "%/E");
    }

    /** Volume space size (8.4.8) in logical blocks (8.4.12), each written in both byte orders. */
    private static OptionalLong sizeBytes(Sector primary) {
        long blocks = primary.u32(80);
        int blockBytes = primary.u16(128);
        boolean isBlock = blockBytes == 512 || blockBytes == 1024 || blockBytes == 2048;
        boolean agrees =
                blocks == primary.u32BigEndian(84) && blockBytes == primary.u16BigEndian(130);
        return agrees && isBlock && blocks > 0
                ? OptionalLong.of(blocks * blockBytes)
                : OptionalLong.empty();
    }
}
