package dev.spindle.probe;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.writeback.OutputFiles;
import dev.spindle.writeback.Pipelines;
import dev.spindle.writeback.PolicyChoice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file that a pass writes. It loses its name as soon as all descriptions are open, so that it
 * is gone however the program ends. Makes file calls: for the syncer.
 */
final class ProbeFile {
    private static final int MOST_TRIES = 100;

    private final Storage storage;
    private final List<StorageFile> open = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private boolean renames;

    ProbeFile(Storage storage) {
        this.storage = storage;
    }

    /** Whether it could be renamed, as a finished rip is. */
    boolean renames() {
        return renames;
    }

    /**
     * Makes the file and opens what the policy works with.
     *
     * @param prefix absolute path that its name begins with
     */
    OutputFiles open(
            String prefix, PolicyChoice choice, FileSystemKind kind, RoleWorker.Lease syncer)
            throws IOException {
        syncer.enter(Activity.FILING);
        StorageFile data = create(prefix);
        open.add(data);
        rename(data.path() + "-renamed");
        var files = OutputFiles.single(data, data.facts());
        if (Pipelines.isSteady(choice, kind)) {
            String path = name.orElseThrow();
            var sync = storage.open(path, Storage.How.READ_WRITE);
            open.add(sync);
            var direct = OutputFiles.openDirect(storage, path);
            direct.ifPresent(open::add);
            files = new OutputFiles(data, sync, direct, sync.facts());
        }
        syncer.check();
        removeName();
        return files;
    }

    private StorageFile create(String prefix) throws OsException {
        for (int i = 1; ; i++) {
            try {
                var file = storage.open(prefix + "-" + i, Storage.How.CREATE_NEW);
                name = Optional.of(file.path());
                return file;
            } catch (OsException problem) {
                if (problem.errno() != Errno.EEXIST || i == MOST_TRIES) {
                    throw problem;
                }
            }
        }
    }

    private void rename(String to) {
        try {
            storage.renameKeeping(name.orElseThrow(), to);
            name = Optional.of(to);
            renames = true;
        } catch (OsException refused) {
            renames = false;
        }
    }

    /** Some servers keep the name of what is open: then it goes at the end. */
    private void removeName() {
        if (name.isPresent()) {
            try {
                storage.remove(name.get());
                name = Optional.empty();
            } catch (OsException stays) {
                // Tried again when everything is closed.
            }
        }
    }

    /** Closes everything and removes what is left of it. */
    boolean close(RoleWorker.Lease syncer) throws IOException {
        syncer.enter(Activity.FILING);
        Optional<OsException> failed = Optional.empty();
        for (StorageFile file : open) {
            syncer.check();
            try {
                file.close();
            } catch (OsException problem) {
                failed = Optional.of(problem);
            }
        }
        open.clear();
        removeName();
        if (failed.isPresent()) {
            throw failed.get();
        }
        return name.isEmpty();
    }
}
