package dev.spindle.rip;

import dev.spindle.os.FileFacts;
import dev.spindle.os.Storage;

import org.jspecify.annotations.Nullable;

/** Tells whether the storage moves: by our own bytes and by the device's counters. */
final class StorageProgress {
    private final Storage storage;

    StorageProgress(Storage storage) {
        this.storage = storage;
    }

    /** The same before there is a file: what the device under the destination was given. */
    long before(@Nullable FileFacts place) {
        return place == null ? 0 : storage.writeProgressBytes(place).orElse(0);
    }

    /** Whether the device or server itself tells what it was given. */
    boolean seesDevice(Streaming streaming) {
        return storage.writeProgressBytes(streaming.files().facts()).isPresent();
    }

    /**
     * Any number that changes when something moves. Never blocks.
     *
     * <p>Where the device tells what it was given, that alone is asked besides what it has
     * confirmed: memory goes on taking what a slow drive gives long after a server is dead.
     */
    long number(Streaming streaming, long readBackBytes) {
        var ledger = streaming.ledger().status();
        var device = storage.writeProgressBytes(streaming.files().facts());
        return 3 * ledger.confirmedBytes()
                + 7 * ledger.durableBytes()
                + 11 * readBackBytes
                + (device.isPresent() ? 13 * device.getAsLong() : streaming.writer().takenBytes());
    }
}
