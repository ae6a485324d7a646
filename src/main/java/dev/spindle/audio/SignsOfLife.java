package dev.spindle.audio;

import dev.spindle.os.Storage;

/** Whether the making of tracks still gets on: it, or the device that it waits for. */
final class SignsOfLife {
    private final Storage storage;
    private final MakingProgress making;
    private long seen = -1;
    private long seenDeviceBytes = -1;

    SignsOfLife(Storage storage, MakingProgress making) {
        this.storage = storage;
        this.making = making;
    }

    /** Whether anything has moved since the last call. Never blocks. */
    boolean areNew() {
        long now = making.signsOfLife();
        long deviceBytes =
                making.place().stream()
                        .flatMapToLong(place -> storage.writeProgressBytes(place).stream())
                        .findFirst()
                        .orElse(0);
        boolean isNew = now != seen || deviceBytes != seenDeviceBytes;
        seen = now;
        seenDeviceBytes = deviceBytes;
        return isNew;
    }
}
