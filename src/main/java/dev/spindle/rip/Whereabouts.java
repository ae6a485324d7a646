package dev.spindle.rip;

import dev.spindle.os.FileFacts;
import dev.spindle.os.Storage;

import java.io.IOException;

/**
 * Whether the output file is still what its name leads to. A folder can be removed, unmounted or
 * covered by another file system while a rip has its file open: its map and record, which are
 * written by name, must then not come to lie elsewhere, beside nothing or beside somebody else's
 * image. Makes a file call: for the syncer.
 */
final class Whereabouts {
    private Whereabouts() {}

    /**
     * @param named whether the file is called {@code NAME.iso} already
     * @throws IOException where the name leads to nothing, or to another file
     */
    static void check(Storage storage, Prepared prepared, boolean named) throws IOException {
        if (!isInPlace(storage, prepared, named)) {
            throw new IOException(
                    path(prepared, named)
                            + " is no longer the file that is being written: it or its folder was"
                            + " removed, unmounted or replaced meanwhile");
        }
    }

    /** The same as a question. */
    static boolean isInPlace(Storage storage, Prepared prepared, boolean named) throws IOException {
        var found = storage.lookUp(path(prepared, named));
        return found.isPresent() && isSame(found.get(), prepared);
    }

    private static String path(Prepared prepared, boolean named) {
        return named ? prepared.files().image() : prepared.files().part();
    }

    /** SMB and FUSE may number a file anew when its name is looked up again. */
    static boolean isSame(FileFacts found, Prepared prepared) {
        boolean keepsNumbers =
                switch (prepared.destination().kind().family()) {
                    case LOCAL, NFS, MEMORY -> true;
                    case FUSE, NETWORK -> false;
                };
        return keepsNumbers
                ? found.isSameFileAs(prepared.partFacts())
                : found.device().equals(prepared.partFacts().device());
    }
}
