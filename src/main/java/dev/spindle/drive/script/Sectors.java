package dev.spindle.drive.script;

/**
 * A run of sectors.
 *
 * @param lba the first one
 * @param count how many, at least one
 */
public record Sectors(long lba, long count) {
    public Sectors {
        if (lba < 0 || count < 1) {
            throw new IllegalArgumentException("no sectors: " + count + " at " + lba);
        }
    }

    /** The sector behind the last one. */
    public long endLba() {
        return lba + count;
    }

    public boolean contains(long sector) {
        return lba <= sector && sector < endLba();
    }

    public boolean overlaps(Sectors other) {
        return lba < other.endLba() && other.lba < endLba();
    }
}
