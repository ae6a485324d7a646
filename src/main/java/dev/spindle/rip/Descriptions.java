package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.writeback.OutputFiles;

import java.io.IOException;
import java.util.Optional;

/**
 * Opens the output file once more for syncing and once for O_DIRECT, and makes sure that it is the
 * same file: between two opens the name may have come to mean another. Run by the syncer.
 */
final class Descriptions {
    private Descriptions() {}

    static OutputFiles open(Storage storage, Holdings holdings, Prepared ready) throws IOException {
        String path = ready.files().part();
        var sync = holdings.hold(storage.open(path, Storage.How.READ_WRITE));
        requireSame(sync, ready);
        var direct = OutputFiles.openDirect(storage, path);
        Optional<StorageFile> held = Optional.empty();
        if (direct.isPresent()) {
            held = Optional.of(holdings.hold(direct.get(), Storage.How.DIRECT));
            requireSame(held.get(), ready);
        }
        // Asked again: what O_DIRECT demands may not have been known of an empty file.
        return new OutputFiles(ready.part(), sync, held, sync.facts());
    }

    private static void requireSame(StorageFile opened, Prepared ready) throws IOException {
        if (!opened.facts().isSameFileAs(ready.partFacts())) {
            throw new IOException(
                    opened.path()
                            + " was replaced by another file while it was opened; nothing was"
                            + " written");
        }
    }
}
