package dev.spindle.audio;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.rip.files.RipFiles;

import java.io.IOException;
import java.util.List;

/** An image that nobody else may use meanwhile. Makes file calls. */
record HeldImage(Storage storage, RipFiles files, StorageFile file) implements AutoCloseable {
    static HeldImage of(Storage storage, RipFiles files) throws IOException {
        StorageFile file = storage.open(files.image(), Storage.How.READ_WRITE);
        if (!file.tryLock()) {
            file.close();
            throw new IOException(files.image() + " is being used by another rip");
        }
        return new HeldImage(storage, files, file);
    }

    /**
     * Removes the image, and once that is durable what stands beside it.
     *
     * @return false where it stays, since its name leads to another file by now
     */
    boolean remove() throws OsException {
        var there = storage.lookUp(files.image());
        if (there.isPresent() && !there.get().isSameFileAs(file.facts())) {
            return false;
        }
        if (there.isPresent()) {
            storage.remove(files.image());
            storage.syncFolder(files.folder());
        }
        for (String path : List.of(files.sha256(), files.cue(), files.map(), files.record())) {
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
        storage.syncFolder(files.folder());
        return true;
    }

    @Override
    public void close() throws OsException {
        file.close();
    }
}
