package dev.spindle.writeback;

/**
 * How the policy {@code steady} brings bytes to the device (src/docs/writeback.md, "Mechanisms").
 */
public enum Mechanism {
    /** Writes past the page cache: O_DIRECT. */
    DIRECT("direct"),
    /** Writes through the page cache, whose pages leave it once they are written back. */
    DONTCACHE("dontcache"),
    /** Kicks, confirms and evicts ranges: sync_file_range and posix_fadvise. */
    RANGE("range"),
    /** Syncs the file each time a chunk is full: fdatasync. Works everywhere. */
    DATASYNC("datasync");

    private final String text;

    Mechanism(String text) {
        this.text = text;
    }

    /** Its name on the command line and in records. */
    public String text() {
        return text;
    }
}
