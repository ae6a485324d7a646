package dev.spindle.drive.image;

import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.io.IOException;

/** Opens what an address names; what is wrong with it is told in one sentence. */
final class Openings {
    private final Storage storage;

    Openings(Storage storage) {
        this.storage = storage;
    }

    /**
     * Opens an image or a block device.
     *
     * @param name how the user calls it
     */
    FileSource source(String name, String path) throws IOException {
        FileFacts facts = look(name, path);
        StorageFile file =
                facts.kind() == FileFacts.Kind.BLOCK_DEVICE
                        ? openDevice(name, path)
                        : open(name, path);
        try {
            var source = new FileSource(file, facts);
            if (source.lengthBytes() > 0) {
                return source;
            }
            throw new IOException(
                    facts.kind() == FileFacts.Kind.BLOCK_DEVICE
                            ? "there is no disc in " + name + "; insert one"
                            : name + " is empty; name an image that holds something");
        } catch (OsException problem) {
            file.close();
            throw refused(name, problem);
        } catch (IOException problem) {
            file.close();
            throw problem;
        }
    }

    /**
     * Past the page cache where that works: it would read ahead into bad sectors, ask for them
     * again in pieces, and hide what a read of the disc costs.
     */
    private StorageFile openDevice(String name, String path) throws IOException {
        try {
            return storage.open(path, Storage.How.READ_DIRECT);
        } catch (OsException _) {
            return open(name, path);
        }
    }

    /** Of a block device that is opened for this alone. */
    long deviceSizeBytes(String path) throws OsException {
        StorageFile file = storage.open(path, Storage.How.READ);
        try {
            return file.deviceSizeBytes();
        } finally {
            file.close();
        }
    }

    StorageFile open(String name, String path) throws IOException {
        try {
            return storage.open(path, Storage.How.READ);
        } catch (OsException problem) {
            throw refused(name, problem);
        }
    }

    /**
     * Facts of a file or device; folders, pipes and the like are refused before they are opened.
     */
    FileFacts look(String name, String path) throws IOException {
        FileFacts facts;
        try {
            facts = storage.lookUp(path).orElse(null);
        } catch (OsException problem) {
            throw refused(name, problem);
        }
        if (facts == null) {
            throw new IOException(missing(name));
        }
        return switch (facts.kind()) {
            case REGULAR, BLOCK_DEVICE -> facts;
            case FOLDER -> throw new IOException(name + " is a folder; name a file or a drive");
            case OTHER ->
                    throw new IOException(
                            name + " is neither a file nor a drive; name one of these");
        };
    }

    boolean exists(String path) {
        try {
            return storage.lookUp(path).isPresent();
        } catch (OsException _) {
            return false;
        }
    }

    private static String missing(String name) {
        return name + " does not exist; name a file or a drive that does";
    }

    private static IOException refused(String name, OsException problem) {
        String sentence =
                switch (problem.errno()) {
                    case ENOENT, ENOTDIR -> missing(name);
                    case EACCES, EPERM -> name + " can't be read: you lack the permission for it";
                    case EBUSY -> name + " is in use by another program; close that first";
                    case ENOMEDIUM -> "there is no disc in " + name + "; insert one";
                    case ENXIO, ENODEV -> "there is no drive at " + name + "; connect it";
                    default -> name + " can't be read: " + problem.getMessage();
                };
        return new IOException(sentence, problem);
    }
}
