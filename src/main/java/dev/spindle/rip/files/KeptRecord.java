package dev.spindle.rip.files;

import dev.spindle.os.Storage;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;

import java.io.IOException;
import java.util.Optional;

/** The record that an earlier run has left. Makes file calls. */
public final class KeptRecord {
    private KeptRecord() {}

    /**
     * Reads it.
     *
     * @return empty also where it is damaged, or of another version: then it says nothing
     */
    public static Optional<RipRecord> read(Storage storage, String path) throws IOException {
        var text = TextFile.read(storage, path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RipRecordText.read(text.get()));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
