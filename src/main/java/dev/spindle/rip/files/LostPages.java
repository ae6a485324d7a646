package dev.spindle.rip.files;

import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

/** Gets rid of pages whose writeback may have failed. Makes file calls: for the syncer. */
public final class LostPages {
    private LostPages() {}

    /**
     * Frees the range's blocks and drops its pages; where the file system can't free blocks, it
     * drops the pages alone, which is less.
     *
     * @throws OsException where neither is possible
     */
    public static void forget(StorageFile file, ByteRange range) throws OsException {
        try {
            file.discard(range);
        } catch (OsException refused) {
            try {
                file.dropCache(range);
            } catch (OsException kept) {
                kept.addSuppressed(refused);
                throw kept;
            }
        }
    }
}
