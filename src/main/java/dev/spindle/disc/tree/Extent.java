package dev.spindle.disc.tree;

/**
 * A run of a file's bytes. Where it begins is told in bytes, because a small file of UDF lies
 * inside the sector that describes it.
 *
 * @param offsetBytes from the start of the disc; {@link #UNRECORDED} for a run of zeros that stands
 *     nowhere
 * @param lengthBytes more than 0
 */
public record Extent(long offsetBytes, long lengthBytes) {
    /** Where a hole of a sparse file lies. */
    public static final long UNRECORDED = -1;

    private static final int SECTOR_BYTES = 2048;

    public Extent {
        if (lengthBytes <= 0
                || offsetBytes < UNRECORDED
                || offsetBytes > Long.MAX_VALUE - lengthBytes) {
            throw new IllegalArgumentException(offsetBytes + "+" + lengthBytes);
        }
    }

    /** Of one that begins with a sector. */
    public static Extent atSector(long lba, long lengthBytes) {
        return new Extent(lba * SECTOR_BYTES, lengthBytes);
    }

    public boolean isRecorded() {
        return offsetBytes != UNRECORDED;
    }

    /** The sector in which it begins; only of a recorded one. */
    public long firstLba() {
        return offsetBytes / SECTOR_BYTES;
    }

    /** The sector behind the one in which it ends; only of a recorded one. */
    public long endLba() {
        return (offsetBytes + lengthBytes + SECTOR_BYTES - 1) / SECTOR_BYTES;
    }
}
