package dev.spindle.rip.files;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.io.IOException;
import java.util.Optional;

/** Opens and locks {@code NAME.iso.part}. Makes file calls: for the syncer. */
public record PartFile(Storage storage) {
    /**
     * Opens the part for a decision, locked, and emptied where the rip begins anew.
     *
     * @return empty where another rip was faster
     */
    public Optional<StorageFile> open(RipFiles files, StartDecision decision) throws IOException {
        if (decision instanceof StartDecision.Reopen) {
            storage.renameKeeping(files.image(), files.part());
        }
        StorageFile file = storage.open(files.part(), Storage.How.CREATE);
        boolean kept = false;
        try {
            if (!file.tryLock() || !isStillNamed(file, files)) {
                return Optional.empty();
            }
            removeTemporaries(files);
            prepare(file, decision);
            storage.syncFolder(files.folder());
            kept = true;
            return Optional.of(file);
        } finally {
            if (!kept) {
                file.close();
            }
        }
    }

    /** Opens an image that is whole already. */
    public Optional<StorageFile> openImage(RipFiles files) throws IOException {
        StorageFile file = storage.open(files.image(), Storage.How.READ);
        if (file.tryLock()) {
            removeTemporaries(files);
            return Optional.of(file);
        }
        file.close();
        return Optional.empty();
    }

    /** Between open and lock another rip may have finished and renamed it. */
    private boolean isStillNamed(StorageFile file, RipFiles files) throws OsException {
        var named = storage.lookUp(files.part());
        return named.isPresent() && named.get().isSameFileAs(file.facts());
    }

    private static void prepare(StorageFile file, StartDecision decision) throws OsException {
        switch (decision) {
            case StartDecision.Fresh _, StartDecision.StartOver _ -> file.truncate(0);
            case StartDecision.Resume(_, boolean foreign) -> {
                if (foreign) {
                    // What another program calls finished may still be on its way to the disk.
                    file.syncData();
                }
            }
            default -> {}
        }
    }

    private void removeTemporaries(RipFiles files) throws OsException {
        for (String path : files.temporaries()) {
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
    }
}
