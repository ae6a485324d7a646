package dev.spindle.disc.toc;

/**
 * How a recordable disc stands (MMC, READ DISC INFORMATION).
 *
 * @param status bits 1 and 0 of byte 2
 * @param isErasable bit 4 of byte 2
 * @param sessions how many there are, an open one included
 */
public record DiscInformation(Status status, boolean isErasable, int sessions) {
    public enum Status {
        BLANK,
        /** Its last session or the disc is open. */
        APPENDABLE,
        COMPLETE,
        /** Random access media, and whatever else. */
        OTHER
    }

    /** By the two bits. */
    public static Status status(int bits) {
        return switch (bits & 3) {
            case 0 -> Status.BLANK;
            case 1 -> Status.APPENDABLE;
            case 2 -> Status.COMPLETE;
            default -> Status.OTHER;
        };
    }
}
