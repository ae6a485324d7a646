package dev.spindle.rip.files;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.rip.DestinationReport;
import dev.spindle.run.RoleWorker;

import java.io.IOException;

/** Looks at a destination folder and makes it. Makes file calls: for the syncer. */
public record Destination(Storage storage) {
    /**
     * Looks at a folder that exists, or whose parent does.
     *
     * @throws IOException with one sentence for the user
     */
    public DestinationReport look(String typed) throws IOException {
        if (!typed.startsWith("/")) {
            throw new IOException(typed + " is no absolute path; begin it with a /");
        }
        String folder = withoutTrailingSlashes(typed);
        var found = storage.lookUp(folder);
        if (found.isPresent() && found.get().kind() != FileFacts.Kind.FOLDER) {
            throw new IOException(folder + " is not a folder; name a folder");
        }
        String there = found.isPresent() ? folder : parentOf(folder);
        var parent = storage.lookUp(there);
        if (parent.isEmpty() || parent.get().kind() != FileFacts.Kind.FOLDER) {
            throw new IOException(
                    there
                            + " does not exist; make it, or mount what belongs there, then try"
                            + " again");
        }
        var facts = storage.fileSystem(there);
        var kind = FileSystemKind.of(facts.type(), storage.mount(there));
        if (kind.isReadOnly()) {
            throw new IOException(
                    folder
                            + " lies on "
                            + kind.name()
                            + ", which can only be read; choose another folder");
        }
        return new DestinationReport(
                folder,
                found.isPresent(),
                parent.get(),
                kind,
                facts.freeBytes(),
                Math.min(kind.maxFileBytes(), facts.processFileLimitBytes()),
                !facts.readOnly());
    }

    /**
     * Makes the folder's last component, so that a power cut leaves it there.
     *
     * @return false where another rip has made it meanwhile
     */
    public boolean make(String folder, RoleWorker.Lease syncer) throws IOException {
        try {
            storage.makeFolder(folder);
        } catch (OsException problem) {
            if (problem.errno() == Errno.EEXIST) {
                return false;
            }
            throw problem;
        }
        syncer.check();
        storage.syncFolder(parentOf(folder));
        return true;
    }

    /** Takes back a folder that was made for a rip that did not begin; one with content stays. */
    public void unmake(String folder) {
        try {
            storage.removeFolder(folder);
        } catch (OsException stays) {
            // Somebody else has put something there meanwhile: then it is theirs.
        }
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The folder above; the root is its own. */
    public static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
