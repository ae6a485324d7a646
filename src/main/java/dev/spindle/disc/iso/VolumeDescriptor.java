package dev.spindle.disc.iso;

import dev.spindle.disc.sector.Sector;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A volume descriptor. Numbers of clauses are ECMA-119's; offsets are its byte positions less one.
 * Numbers that stand in both byte orders are read little-endian, as Linux and libisofs do: writers
 * that get one of them wrong get the other one wrong.
 */
record VolumeDescriptor(Sector sector) {
    /** Types (8.1.1). */
    static final int BOOT = 0;

    static final int PRIMARY = 1;
    static final int SUPPLEMENTARY = 2;
    static final int TERMINATOR = 255;

    /** Of an enhanced volume descriptor (8.5.2, since the 4th edition; ISO 9660:1999). */
    private static final int ENHANCED_VERSION = 2;

    private static final int ROOT_RECORD = 156;

    static boolean isOne(Sector sector) {
        return sector.hasText(1, "CD001");
    }

    int type() {
        return sector.u8(0);
    }

    /**
     * Level of Joliet's UCS-2, 1 to 3, by its escape sequence (Joliet specification); 0 if none.
     */
    int jolietLevel() {
        if (type() != SUPPLEMENTARY || !sector.hasText(88, "%/")) {
            return 0;
        }
        return switch (sector.u8(90)) {
            case '@' -> 1;
            case 'C' -> 2;
            case 'E' -> 3;
            default -> 0;
        };
    }

    boolean isEnhanced() {
        return type() == SUPPLEMENTARY && sector.u8(6) == ENHANCED_VERSION;
    }

    /** Boot record of El Torito (El Torito 1.0, 2.0). */
    boolean isElTorito() {
        return type() == BOOT && sector.hasText(7, "EL TORITO SPECIFICATION");
    }

    byte[] volumeIdentifier() {
        return sector.bytes(40, 32);
    }

    /** Which disc of its set this is (8.4.10). */
    int volumeNumber() {
        return sector.u16(124);
    }

    /** Logical block size (8.4.12), if it is one that is allowed (6.2.2). */
    boolean hasBlockSize() {
        int bytes = blockBytes();
        return bytes == 512 || bytes == 1024 || bytes == 2048;
    }

    int blockBytes() {
        return sector.u16(128);
    }

    /** Volume space (8.4.8) in bytes; empty where size or block size contradict themselves. */
    OptionalLong sizeBytes() {
        long blocks = sector.u32(80);
        boolean agrees =
                blocks == sector.u32BigEndian(84) && blockBytes() == sector.u16BigEndian(130);
        return agrees && hasBlockSize() && blocks > 0
                ? OptionalLong.of(blocks * blockBytes())
                : OptionalLong.empty();
    }

    /** The directory record of the root (8.4.18). */
    DirectoryRecord root() {
        return new DirectoryRecord(sector, ROOT_RECORD);
    }

    /** Creation of the volume (8.4.26). */
    Optional<Instant> created() {
        return IsoDates.of(sector.bytes(813, IsoDates.LONG_BYTES));
    }

    /** Last modification of the volume (8.4.27). */
    Optional<Instant> modified() {
        return IsoDates.of(sector.bytes(830, IsoDates.LONG_BYTES));
    }
}
