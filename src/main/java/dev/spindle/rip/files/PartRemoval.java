package dev.spindle.rip.files;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Deletes what a rip left that did not come to its end. May block as long as the storage does. */
public final class PartRemoval {
    private final Storage storage;

    public PartRemoval(Storage storage) {
        this.storage = storage;
    }

    /**
     * Deletes a partial image with its map and its record.
     *
     * @param part absolute path of {@code NAME.iso.part}, {@code NAME.bin.part}
     * @throws IOException with one sentence for the user: it is no partial image, it is being
     *     written, or the storage refuses
     */
    public void remove(String part) throws IOException {
        if (!ImageFormat.isPart(part)) {
            throw new IOException(part + " is no partial image; only those are deleted");
        }
        var files = RipFiles.of(part);
        StorageFile held = storage.open(part, Storage.How.READ_WRITE);
        try {
            if (!held.tryLock()) {
                throw new IOException(part + " is being written by another rip");
            }
            // The image first: without it, what is left of the rest claims nothing.
            storage.remove(part);
            for (String beside : besides(files)) {
                if (storage.lookUp(beside).isPresent()) {
                    storage.remove(beside);
                }
            }
            storage.syncFolder(files.folder());
        } finally {
            close(held);
        }
    }

    private static List<String> besides(RipFiles files) {
        var all = new ArrayList<>(List.of(files.map(), files.record()));
        all.addAll(files.temporaries());
        return all;
    }

    private static void close(StorageFile held) {
        try {
            held.close();
        } catch (OsException afterRemoval) {
            // It has no name any more: what its close says concerns nobody.
        }
    }
}
