package dev.spindle.rip.files;

import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Opens and locks {@code NAME.iso.part}, or that of another format. Makes file calls: for the
 * syncer.
 *
 * @param syncer makes no further call once it was given up
 */
public record PartFile(Storage storage, RoleWorker.Lease syncer) {
    /**
     * Opens the part for a decision, locked, and emptied where the rip begins anew.
     *
     * @return empty where another rip was faster
     */
    public Optional<StorageFile> open(RipFiles files, StartDecision decision) throws IOException {
        syncer.check();
        boolean reopens = decision instanceof StartDecision.Reopen;
        StorageFile file =
                reopens
                        ? storage.open(files.image(), Storage.How.READ_WRITE)
                        : storage.open(files.part(), Storage.How.CREATE);
        boolean kept = false;
        try {
            syncer.check();
            if (!file.tryLock()) {
                return Optional.empty();
            }
            syncer.check();
            if (reopens) {
                // Under the lock: another rip may still be reading it back.
                storage.renameKeeping(files.image(), files.part());
            }
            if (!isOurs(file, files)) {
                return Optional.empty();
            }
            removeTemporaries(files);
            prepare(file, files, decision);
            syncer.check();
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
        syncer.check();
        // For writing, although nothing is written: NFS locks exclusively only what may be written.
        StorageFile file = storage.open(files.image(), Storage.How.READ_WRITE);
        boolean kept = false;
        try {
            syncer.check();
            if (file.tryLock()) {
                removeTemporaries(files);
                removeNeedlessPart(file, files);
                kept = true;
            }
            return kept ? Optional.of(file) : Optional.empty();
        } finally {
            if (!kept) {
                file.close();
            }
        }
    }

    /**
     * Where renaming is done by link and removal, a crash between both leaves the part's name. And
     * a start that hung in the kernel may have made an empty part long after it was given up.
     */
    private void removeNeedlessPart(StorageFile file, RipFiles files) throws IOException {
        var part = storage.lookUp(files.part());
        boolean isNeedless =
                part.isPresent()
                        && (part.get().sizeBytes() == 0 || part.get().isSameFileAs(file.facts()));
        if (isNeedless) {
            syncer.check();
            storage.remove(files.part());
            storage.syncFolder(files.folder());
        }
    }

    /**
     * Between the look at the name and the lock another rip may have finished: then the part is its
     * image now, or a new one that nobody needs beside it.
     */
    private boolean isOurs(StorageFile file, RipFiles files) throws IOException {
        syncer.check();
        var named = storage.lookUp(files.part());
        if (named.isEmpty() || !named.get().isSameFileAs(file.facts())) {
            return false;
        }
        if (storage.lookUp(files.image()).isEmpty()) {
            return true;
        }
        if (named.get().sizeBytes() == 0) {
            syncer.check();
            storage.remove(files.part());
        }
        return false;
    }

    private void prepare(StorageFile file, RipFiles files, StartDecision decision)
            throws IOException {
        if (decision instanceof StartDecision.Fresh
                || decision instanceof StartDecision.StartOver) {
            // An old map must not speak for the new content, not even after a power cut.
            if (storage.lookUp(files.map()).isPresent()) {
                syncer.check();
                storage.remove(files.map());
                storage.syncFolder(files.folder());
            }
            syncer.check();
            file.truncate(0);
        }
        if (decision instanceof StartDecision.Resume(RescueMap map, boolean foreign, _)
                && !foreign) {
            discardUnfinished(file, map);
        }
    }

    /**
     * What an earlier run wrote and its storage did not confirm may be pages whose writeback
     * failed; what is written again from those can get lost without a word (see LostWrites). It is
     * read again anyway.
     */
    private void discardUnfinished(StorageFile file, RescueMap map) throws IOException {
        var there = new ByteRange(0, file.facts().sizeBytes());
        for (ByteRange range : map.with(SectorStatus.NON_TRIED).intersection(there).ranges()) {
            syncer.check();
            LostPages.forget(file, range);
        }
    }

    /** Removes a part that nothing was written to, and what belongs to it. */
    public void remove(RipFiles files) throws IOException {
        removeTemporaries(files);
        for (String path : List.of(files.part(), files.record())) {
            syncer.check();
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
    }

    private void removeTemporaries(RipFiles files) throws IOException {
        for (String path : files.temporaries()) {
            syncer.check();
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
    }
}
