package dev.spindle.run;

/** What a role thread is doing; at each moment it does exactly one of these. */
public enum Activity {
    /** Nothing to do. */
    IDLE,
    /** Asleep because the user paused the rip. */
    PAUSED,
    /** In a read command of the drive. */
    READING,
    /** Has data, but no free buffer to put it in. */
    WAITING_FOR_RING,
    /** In a write call. */
    WRITING,
    /** Has room, but no data. */
    WAITING_FOR_DATA,
    /** Must not write before bytes are confirmed. */
    WAITING_FOR_BUDGET,
    /** Waits for the flusher to kick, confirm or evict a chunk. */
    WAITING_FOR_FLUSHER,
    /** Starts the writing of a chunk to the device. */
    KICKING,
    /** Waits for a kicked chunk to reach the device. */
    CONFIRMING,
    /** Drops a confirmed chunk from the page cache. */
    EVICTING,
    /** In fdatasync, fsync or a sync of the folder. */
    SYNCING,
    /** Writes the map or a sidecar file. */
    SAVING,
    /** Opens, looks up, locks, resizes, renames or closes a file. */
    FILING,
    /** Reads the finished file back. */
    READING_BACK,
    /** Computes hashes. */
    HASHING
}
