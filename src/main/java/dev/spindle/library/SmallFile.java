package dev.spindle.library;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.rip.files.TextFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Small text files that are replaced whole. Calls may block as long as the home folder pleases. */
final class SmallFile {
    private static final String TEMPORARY = ".tmp";

    private SmallFile() {}

    /** Reads a file; empty where there is none. */
    static Optional<String> read(Storage storage, String path) throws IOException {
        return TextFile.read(storage, path);
    }

    /**
     * Replaces a file so that a power cut leaves the old or the new one: temporary, fsync, rename,
     * fsync of the folder. The temporary's name holds the process, as two may write at once.
     *
     * @param pid of this process
     */
    static void replace(Storage storage, String path, String text, long pid) throws IOException {
        makeFolderOf(storage, path);
        String temporary = path + "." + pid + TEMPORARY;
        try {
            write(storage, temporary, text.getBytes(StandardCharsets.UTF_8));
            storage.renameOver(temporary, path);
        } catch (IOException problem) {
            removeQuietly(storage, temporary);
            throw problem;
        }
        storage.syncFolder(folder(path));
    }

    /** Makes the folder that a file lies in, and those above it. */
    static void makeFolderOf(Storage storage, String path) throws OsException {
        makeFolders(storage, folder(path));
    }

    /** Removes a file that may be gone already. */
    static void remove(Storage storage, String path) throws OsException {
        try {
            storage.remove(path);
        } catch (OsException problem) {
            if (problem.errno() != Errno.ENOENT) {
                throw problem;
            }
        }
    }

    /** Removes what processes that died have left half-written in a folder. */
    static void removeLeftovers(Storage storage, String folder, LongPredicate isAlive)
            throws OsException {
        for (String name : storage.list(folder)) {
            if (name.matches(".*\\.json\\.[0-9]{1,18}\\.tmp")) {
                String front = name.substring(0, name.length() - TEMPORARY.length());
                long pid = Long.parseLong(front.substring(front.lastIndexOf('.') + 1));
                if (!isAlive.test(pid)) {
                    removeQuietly(storage, folder + "/" + name);
                }
            }
        }
    }

    private static void write(Storage storage, String path, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        StorageFile file = storage.open(path, Storage.How.REPLACE);
        try {
            while (buffer.hasRemaining()) {
                int taken = file.write(buffer, buffer.position());
                if (taken <= 0) {
                    throw new OsException(Errno.EIO, "pwrite took nothing", path);
                }
                buffer.position(buffer.position() + taken);
            }
            file.sync();
        } finally {
            file.close();
        }
    }

    private static void makeFolders(Storage storage, String folder) throws OsException {
        if (folder.isEmpty() || storage.lookUp(folder).isPresent()) {
            return;
        }
        makeFolders(storage, folder(folder));
        try {
            storage.makeFolder(folder);
        } catch (OsException problem) {
            // Another process may have been faster.
            if (problem.errno() != Errno.EEXIST) {
                throw problem;
            }
        }
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static void removeQuietly(Storage storage, String path) {
        try {
            storage.remove(path);
        } catch (OsException stays) {
            // Tried again at a later start; nothing depends on it.
        }
    }
}
