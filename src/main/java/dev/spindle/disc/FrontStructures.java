package dev.spindle.disc;

import dev.spindle.disc.sector.SectorCache;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the first sector, which ISO 9660 leaves free (ECMA-119, 6.2.1): partition tables
 * of discs that also start computers from a stick, and Apple's file systems.
 */
final class FrontStructures {
    /** Boot signature of a master boot record (UEFI 2.10, 5.2.1). */
    private static final int MBR_SIGNATURE_AT = 510;

    private static final int MBR_SIGNATURE = 0xAA55;

    /** The four entries of a master boot record; the type is the fifth byte of each. */
    private static final int MBR_TABLE_AT = 446;

    /** Where block 1 of 512 bytes and the volume header of Apple's file systems are. */
    private static final int BLOCK_1 = 512;

    private static final int HFS_HEADER = 1024;

    private FrontStructures() {}

    static List<String> names(SectorCache disc) {
        var names = new ArrayList<String>();
        disc.read(0)
                .ifPresent(sector -> {
                    if (sector.u16(MBR_SIGNATURE_AT) == MBR_SIGNATURE
                            && sector.u8(MBR_TABLE_AT + 4) != 0) {
                        names.add("MBR partitions");
                    }
                    if (sector.hasText(BLOCK_1, "EFI PART")) {
                        names.add("GPT partitions");
                    }
                    if (sector.hasText(0, "ER") || sector.hasText(BLOCK_1, "PM\0\0")) {
                        names.add("Apple partition map");
                    }
                    if (sector.hasText(HFS_HEADER, "BD")) {
                        names.add("Apple HFS");
                    }
                    if (sector.hasText(HFS_HEADER, "H+") || sector.hasText(HFS_HEADER, "HX")) {
                        names.add("Apple HFS+");
                    }
                });
        return names;
    }
}
