package dev.spindle.writeback;

import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.util.List;
import java.util.Optional;

/**
 * The open file descriptions of one output file. The kernel tells an error of writing back once on
 * each description, so two of them tell it twice.
 *
 * @param data takes what is written through the page cache, and holds the lock
 * @param sync confirms, advises and syncs; the same as {@code data} where there is one only
 * @param direct writes past the page cache; empty where that was refused or is not wanted
 * @param facts of the file, with what O_DIRECT demands
 */
public record OutputFiles(
        StorageFile data, StorageFile sync, Optional<StorageFile> direct, FileFacts facts) {
    /** One description for everything, as {@code plain} and {@code classic} have it. */
    public static OutputFiles single(StorageFile file, FileFacts facts) {
        return new OutputFiles(file, file, Optional.empty(), facts);
    }

    /**
     * One more description of an existing file, with O_DIRECT.
     *
     * @return empty where the file system refuses O_DIRECT
     * @throws OsException where it can't be opened for another reason
     */
    public static Optional<StorageFile> openDirect(Storage storage, String path)
            throws OsException {
        try {
            return Optional.of(storage.open(path, Storage.How.DIRECT));
        } catch (OsException refused) {
            if (refused.errno().meansUnsupported()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** All that a barrier has to sync, each description once. */
    List<StorageFile> toSync() {
        return sync.equals(data) ? List.of(data) : List.of(sync, data);
    }
}
