package dev.spindle.rip.files;

import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;

import java.io.IOException;
import java.util.Optional;

/** Looks at what lies under a name. Makes file calls: for the syncer. */
record Surveyor(Storage storage) {
    Survey survey(RipFiles files) throws IOException {
        var image = storage.lookUp(files.image()).map(facts -> facts.sizeBytes());
        var part = storage.lookUp(files.part()).map(facts -> facts.sizeBytes());
        return new Survey(
                image, part, part.isPresent() && isHeld(files), map(files), record(files));
    }

    private boolean isHeld(RipFiles files) throws IOException {
        StorageFile file = storage.open(files.part(), Storage.How.READ_WRITE);
        try {
            return !file.tryLock();
        } finally {
            file.close();
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

    private Optional<RipRecord> record(RipFiles files) throws IOException {
        var text = TextFile.read(storage, files.record());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RipRecordText.read(text.get()));
        } catch (IOException broken) {
            // A broken record says nothing about the disc; the content is compared instead.
            return Optional.empty();
        }
    }
}
