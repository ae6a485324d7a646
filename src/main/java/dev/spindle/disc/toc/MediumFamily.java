package dev.spindle.disc.toc;

/** What sort of medium the drive says there is: its current profile (MMC, GET CONFIGURATION). */
public enum MediumFamily {
    CD,
    DVD,
    HD_DVD,
    BLU_RAY,
    /** An image file, or a drive that can't tell. */
    UNKNOWN;

    /** Of a profile number; ranges by MMC-6, table 87, as udev's cdrom_id lists them. */
    public static MediumFamily ofProfile(int profile) {
        return switch (profile >> 4) {
            case 0x0 -> profile >= 0x08 && profile <= 0x0A ? CD : UNKNOWN;
            case 0x1, 0x2 -> DVD;
            case 0x4 -> BLU_RAY;
            case 0x5 -> HD_DVD;
            default -> UNKNOWN;
        };
    }
}
