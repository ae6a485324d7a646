package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

/**
 * What a file system may cost in work, beside what the sector cache and the tree limit. Chosen so
 * that 100 000 files fit, and that no disc takes a second. One thread at a time.
 */
final class UdfLimits {
    /** Of all folders: 100 000 entries with names of 255 characters need 30 MiB. */
    private static final long MOST_FOLDER_BYTES = 64L << 20;

    /** Allocation descriptors of all files, and the runs that they fall into, one by one. */
    private static final long MOST_EXTENTS = 2_000_000;

    /** Extents of one file: one of 50 GB in pieces of 512 KiB. */
    private static final int MOST_EXTENTS_OF_FILE = 100_000;

    /** What check sums are computed over. */
    private static final long MOST_CHECKED_BYTES = 256L << 20;

    private long folderBytes;
    private long extents;
    private long checkedBytes;

    void folder(long bytes) throws DiscException {
        folderBytes += bytes;
        if (folderBytes > MOST_FOLDER_BYTES) {
            throw tooMuch();
        }
    }

    /**
     * @param ofFile how many the file has so far
     */
    void extent(int ofFile) throws DiscException {
        extents++;
        if (extents > MOST_EXTENTS) {
            throw tooMuch();
        }
        if (ofFile > MOST_EXTENTS_OF_FILE) {
            throw new DiscException("it lies in more than " + MOST_EXTENTS_OF_FILE + " pieces");
        }
    }

    void checked(int bytes) throws DiscException {
        checkedBytes += bytes;
        if (checkedBytes > MOST_CHECKED_BYTES) {
            throw tooMuch();
        }
    }

    /** Refuses the disc if anything was spent in full. */
    void check() throws DiscException {
        if (folderBytes > MOST_FOLDER_BYTES
                || extents > MOST_EXTENTS
                || checkedBytes > MOST_CHECKED_BYTES) {
            throw tooMuch();
        }
    }

    private static DiscException tooMuch() {
        return new DiscException("its structures go on for longer than those of any real disc");
    }
}
