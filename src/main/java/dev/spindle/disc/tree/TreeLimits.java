package dev.spindle.disc.tree;

import dev.spindle.disc.sector.DiscException;

/**
 * What a tree may cost while it grows. Chosen so that 100 000 files with long names fit and no disc
 * makes Spindle hold more than some 50 MiB for them. One thread at a time.
 */
final class TreeLimits {
    /** Path of the deepest name; Linux can name no more than 4096 bytes (limits.h, PATH_MAX). */
    static final int MOST_PATH_CHARACTERS = 16_384;

    static final int MOST_DEPTH = 1024;

    /** An estimate of what the entries take, in bytes. */
    private static final long MOST_BYTES = 48L << 20;

    /** Of all paths written out: what a listing costs. */
    private static final long MOST_LISTED_CHARACTERS = 64L << 20;

    private static final int ENTRY_BYTES = 160;
    private static final int EXTENT_BYTES = 36;

    private long bytes;
    private long listedCharacters;

    /** Counts an entry before it is held. */
    void count(int pathCharacters, int nameCharacters, int extents) throws DiscException {
        if (pathCharacters > MOST_PATH_CHARACTERS) {
            throw new DiscException(
                    "its folders lie deeper than " + MOST_PATH_CHARACTERS + " characters of path");
        }
        bytes += ENTRY_BYTES + 2L * nameCharacters + (long) extents * EXTENT_BYTES;
        listedCharacters += pathCharacters;
        if (bytes > MOST_BYTES || listedCharacters > MOST_LISTED_CHARACTERS) {
            throw new DiscException("it has more files and folders than Spindle lists");
        }
    }
}
