package dev.spindle.writeback;

/** What a pipeline does beside writing. Called by the writer only. */
interface WritebackPolicy {
    /** Whether {@link #progress} has something to do at this position. */
    boolean isDue(long positionBytes);

    /**
     * Everything below the position has been written.
     *
     * @throws WritebackStoppedException where a stop ended the wait
     */
    void progress(long positionBytes) throws WritebackStoppedException;

    /** Writing goes on at another position. */
    void seek(long positionBytes) throws WritebackStoppedException;

    /** Ends what is pending; calling it again does nothing more. */
    void finish() throws WritebackStoppedException;

    PolicyStatus status();
}
