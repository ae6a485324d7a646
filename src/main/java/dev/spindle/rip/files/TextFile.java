package dev.spindle.rip.files;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Small text files, read whole and replaced whole. */
public final class TextFile {
    /** The map of a badly damaged Blu-ray has some ten thousand lines; this is far beyond. */
    private static final int MOST_BYTES = 64 << 20;

    private TextFile() {}

    /** Reads a file; empty where there is none. */
    public static Optional<String> read(Storage storage, String path) throws IOException {
        var facts = storage.lookUp(path);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        if (facts.get().sizeBytes() > MOST_BYTES) {
            throw new IOException(path + " is too large to be what its name says");
        }
        var buffer = ByteBuffer.allocateDirect((int) facts.get().sizeBytes());
        StorageFile file = storage.open(path, Storage.How.READ);
        try {
            while (buffer.hasRemaining()) {
                int got = file.read(buffer, buffer.position());
                if (got <= 0) {
                    break;
                }
                buffer.position(buffer.position() + got);
            }
        } finally {
            file.close();
        }
        return Optional.of(StandardCharsets.UTF_8.decode(buffer.flip()).toString());
    }

    /**
     * Replaces a file so that a crash leaves the old or the new one: temporary, fsync, rename. The
     * name is durable only after a sync of the folder.
     *
     * @param syncer makes no further call once it was given up
     */
    public static void replace(Storage storage, String path, String text, RoleWorker.Lease syncer)
            throws IOException {
        replace(storage, path, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), syncer);
    }

    /** The same of bytes. */
    public static void replace(
            Storage storage, String path, ByteBuffer content, RoleWorker.Lease syncer)
            throws IOException {
        var buffer = ByteBuffer.allocateDirect(content.remaining()).put(content).flip();
        String temporary = RipFiles.temporary(path);
        boolean replaced = false;
        try {
            write(storage, temporary, buffer, syncer);
            syncer.check();
            storage.renameOver(temporary, path);
            replaced = true;
        } finally {
            if (!replaced && syncer.isOpen()) {
                removeQuietly(storage, temporary);
            }
        }
    }

    private static void write(
            Storage storage, String path, ByteBuffer text, RoleWorker.Lease syncer)
            throws IOException {
        StorageFile file = storage.open(path, Storage.How.REPLACE);
        try {
            while (text.hasRemaining()) {
                syncer.check();
                int taken = file.write(text, text.position());
                if (taken <= 0) {
                    throw new OsException(Errno.EIO, "pwrite took nothing", path);
                }
                text.position(text.position() + taken);
            }
            syncer.check();
            file.sync();
        } finally {
            file.close();
        }
    }

    private static void removeQuietly(Storage storage, String path) {
        try {
            storage.remove(path);
        } catch (OsException stays) {
            // The failure that led here is the one to tell; the next start removes it.
        }
    }
}
