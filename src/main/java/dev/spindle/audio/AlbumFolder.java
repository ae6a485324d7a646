package dev.spindle.audio;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.rip.files.NameCandidates;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.Set;

/**
 * The folder that an album is made in, beside its image. It gets its name when everything in it is
 * durable, so that a folder of that name is always whole. For the encoder's thread.
 */
final class AlbumFolder {
    private static final String PART = ".tracks.part";

    /** What rename(2) says of a name that is a folder with something in it, or a file. */
    private static final Set<Errno> TAKEN = Set.of(Errno.EEXIST, Errno.ENOTEMPTY, Errno.ENOTDIR);

    private final Storage storage;
    private final RoleWorker.Lease lease;
    private final String parent;
    private final String part;
    private final String album;
    private String name;

    /**
     * Takes the first name like the album's that is free, and removes what a run that died has
     * left.
     */
    AlbumFolder(Storage storage, RipFiles image, String album, RoleWorker.Lease lease)
            throws IOException {
        this.storage = storage;
        this.lease = lease;
        this.parent = image.folder().endsWith("/") ? image.folder() : image.folder() + "/";
        this.part = parent + image.name() + PART;
        this.album = album;
        this.name = freeName();
        if (storage.lookUp(part).isPresent()) {
            removeLeftOver();
        }
        lease.check();
        storage.makeFolder(part);
    }

    private String freeName() throws IOException {
        for (int n = 1; n <= NameCandidates.MOST; n++) {
            String candidate = NameCandidates.name(album, n);
            if (storage.lookUp(parent + candidate).isEmpty()) {
                return candidate;
            }
        }
        throw new OsException(Errno.EEXIST, "mkdir", parent + album);
    }

    /** What it will be called. */
    String name() {
        return name;
    }

    /** Absolute path of the folder under its final name. */
    String path() {
        return parent + name;
    }

    /** Absolute path of a file in it, as long as it is being made. */
    String inside(String fileName) {
        return part + "/" + fileName;
    }

    /**
     * Brings all names in it to the device, and gives it its own.
     *
     * @return false where another rip has taken that name meanwhile: it is to be called otherwise
     *     now, and has to be described anew
     */
    boolean complete() throws IOException {
        lease.check();
        storage.syncFolder(part);
        lease.check();
        try {
            // A folder is never renamed over one that has something in it (rename(2)).
            storage.renameOver(part, path());
        } catch (OsException problem) {
            if (!TAKEN.contains(problem.errno())) {
                throw problem;
            }
            takeNextName();
            return false;
        }
        storage.syncFolder(parent.equals("/") ? parent : parent.substring(0, parent.length() - 1));
        return true;
    }

    private void takeNextName() throws IOException {
        for (String ending : AlbumFiles.ENDINGS) {
            String path = inside(name + ending);
            lease.check();
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
        name = freeName();
    }

    /** Removes it with all that is in it. */
    void discard() throws IOException {
        if (lease.isOpen() && storage.lookUp(part).isPresent()) {
            removeLeftOver();
        }
    }

    private void removeLeftOver() throws IOException {
        for (String file : storage.list(part)) {
            lease.check();
            storage.remove(inside(file));
        }
        storage.removeFolder(part);
    }
}
