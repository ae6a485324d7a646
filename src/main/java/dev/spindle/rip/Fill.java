package dev.spindle.rip;

/** What stands in the image for sectors that were not read. */
public enum Fill {
    /** Zeros, which take no room where the file system knows holes. */
    ZEROS,
    /** A line of text with the sector's number, so that a search finds what misses. */
    PATTERN
}
