package dev.spindle.rip;

import dev.spindle.os.FileFacts;
import dev.spindle.os.Storage;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/**
 * Tells whether the storage moves: by our own bytes and by the device's counters. One owner, who
 * asks.
 */
final class StorageProgress {
    private final Storage storage;
    private long firstDeviceBytes = -1;
    private boolean tells;

    StorageProgress(Storage storage) {
        this.storage = storage;
    }

    /** The same before there is a file: what the device under the destination was given. */
    long before(@Nullable FileFacts place) {
        return place == null ? 0 : storage.writeProgressBytes(place).orElse(0);
    }

    /**
     * Whether the device or server itself tells what it was given: a count that has never moved may
     * be switched off, or that of another device.
     */
    boolean seesDevice() {
        return tells;
    }

    /** Any number that changes when something moves, be it only into memory. Never blocks. */
    long number(Streaming streaming, long readBackBytes) {
        return streaming.writer().takenBytes()
                + confirmed(streaming, readBackBytes)
                + 13 * deviceBytes(streaming).orElse(0);
    }

    /**
     * Any number that changes when the destination does something. Never blocks.
     *
     * <p>Where the device tells what it was given, that alone is asked besides what it has
     * confirmed: memory goes on taking what a slow drive gives long after a server is dead.
     */
    long ofDestination(Streaming streaming, long readBackBytes) {
        var device = deviceBytes(streaming);
        tells = device.isPresent() && hasMoved(device.getAsLong());
        return confirmed(streaming, readBackBytes)
                + 13 * device.orElse(0)
                + (tells ? 0 : streaming.writer().takenBytes());
    }

    private boolean hasMoved(long deviceBytes) {
        if (firstDeviceBytes < 0) {
            firstDeviceBytes = deviceBytes;
        }
        return tells || deviceBytes != firstDeviceBytes;
    }

    private OptionalLong deviceBytes(Streaming streaming) {
        return storage.writeProgressBytes(streaming.files().facts());
    }

    private static long confirmed(Streaming streaming, long readBackBytes) {
        var ledger = streaming.ledger().status();
        return 3 * ledger.confirmedBytes() + 7 * ledger.durableBytes() + 11 * readBackBytes;
    }
}
