package dev.spindle.rip.files;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.rescue.MapfileText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/** Looks at what lies under a name. Makes file calls: for the syncer. */
record Surveyor(Storage storage) {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    Survey survey(RipFiles files) throws IOException {
        var image = storage.lookUp(files.image()).map(facts -> facts.sizeBytes());
        var part = storage.lookUp(files.part()).map(facts -> facts.sizeBytes());
        // A broken record says nothing about the disc; the content is compared instead.
        var record = KeptRecord.read(storage, files.record());
        boolean held = part.isPresent() && isHeld(files, record.isPresent());
        return new Survey(image, part, held, other(files), map(files), record);
    }

    private Optional<String> other(RipFiles files) throws IOException {
        for (String path : files.others()) {
            if (storage.lookUp(path).isPresent()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private boolean isHeld(RipFiles files, boolean isOurs) throws IOException {
        StorageFile file = storage.open(files.part(), Storage.How.READ_WRITE);
        try {
            return !file.tryLock();
        } finally {
            close(file, isOurs);
        }
    }

    /**
     * Nothing was written through it, so what its close tells is of an earlier run. Where that was
     * ours its map claims nothing that can be meant; of another program's nobody knows.
     */
    private static void close(StorageFile file, boolean isOurs) throws OsException {
        try {
            file.close();
        } catch (OsException problem) {
            if (!isOurs) {
                throw problem;
            }
            LOG.warn("an earlier rip lost a write: {}", problem.getMessage());
        }
    }

    private Survey.MapState map(RipFiles files) throws IOException {
        var text = TextFile.read(storage, files.map());
        if (text.isEmpty()) {
            return new Survey.MapState.Absent();
        }
        try {
            return new Survey.MapState.Parsed(MapfileText.parse(text.get()).map());
        } catch (MapfileText.MapfileException problem) {
            return new Survey.MapState.Broken(String.valueOf(problem.getMessage()));
        }
    }
}
