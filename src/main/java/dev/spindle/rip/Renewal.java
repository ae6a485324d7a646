package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the output file anew. A server that was started again may know nothing of what was open:
 * its client then answers EBADF or EIO to each sync, for ever, though the file is there and takes
 * whatever is written through a description that is opened now. Run by the syncer.
 */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    private final Storage storage;
    private final Prepared prepared;
    private final Holdings holdings;

    Renewal(Storage storage, Prepared prepared, Holdings holdings) {
        this.storage = storage;
        this.prepared = prepared;
        this.holdings = holdings;
    }

    /** Whether a server, or a program, stands between us and the disk. */
    static boolean helpsOn(FileSystemKind kind) {
        return switch (kind.family()) {
            case NFS, NETWORK, FUSE -> true;
            case LOCAL, MEMORY -> false;
        };
    }

    /**
     * Opens all descriptions again. Where that is not possible yet, those that are held stay.
     *
     * @return why no more may be written; empty where it may
     */
    Optional<String> run(RoleWorker.Lease syncer) throws IOException {
        syncer.enter(Activity.FILING);
        var opened = new LinkedHashMap<HeldFile, StorageFile>();
        try {
            for (HeldFile held : holdings.files()) {
                opened.put(held, storage.open(prepared.files().part(), held.how()));
                syncer.check();
            }
            if (!areOurs(opened)) {
                close(opened.values());
                return Optional.of(
                        prepared.files().part() + " was replaced by another file meanwhile");
            }
        } catch (IOException away) {
            LOG.debug("the output file can't be opened again yet: {}", away.getMessage());
            close(opened.values());
            syncer.check();
            return Optional.empty();
        }
        close(holdings.exchange(opened));
        return lock();
    }

    private boolean areOurs(Map<HeldFile, StorageFile> opened) throws OsException {
        for (StorageFile file : opened.values()) {
            if (!Whereabouts.isSame(file.facts(), prepared)) {
                return false;
            }
        }
        return true;
    }

    /** The server has forgotten the lock with the handle; somebody else may have it by now. */
    private Optional<String> lock() {
        try {
            return prepared.part().tryLock()
                    ? Optional.empty()
                    : Optional.of(
                            prepared.files().part()
                                    + " is held by another rip since the server was away");
        } catch (OsException away) {
            LOG.debug("no lock yet: {}", away.getMessage());
            return Optional.empty();
        }
    }

    /** What these have to tell is known: all that is not durable counts as lost. */
    private static void close(Collection<StorageFile> files) {
        for (StorageFile file : files) {
            try {
                file.close();
            } catch (OsException known) {
                LOG.debug("closing an old description: {}", known.getMessage());
            }
        }
    }
}
