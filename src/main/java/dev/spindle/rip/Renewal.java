package dev.spindle.rip;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the output file anew. A server that was started again may know nothing of what was open:
 * its client then answers EBADF or EIO to each sync, for ever, though the file is there and takes
 * whatever is written through a description that is opened now. Run by the syncer.
 */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    /** So often, this far apart, the lock is asked for of a server that does not answer that. */
    private static final int LOCK_TRIES = 100;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Concurrency concurrency;
    private final Storage storage;
    private final Prepared prepared;
    private final Holdings holdings;
    private final StopToken giveUp;

    Renewal(
            Concurrency concurrency,
            Storage storage,
            Prepared prepared,
            Holdings holdings,
            StopToken giveUp) {
        this.concurrency = concurrency;
        this.storage = storage;
        this.prepared = prepared;
        this.holdings = holdings;
        this.giveUp = giveUp;
    }

    /** What came of it. */
    sealed interface Result {
        /** All goes to descriptions that are new. */
        record Renewed() implements Result {}

        /** Not possible now: the server is away still, or a call is under way on what is held. */
        record NotYet() implements Result {}

        /**
         * No call on it is made any more.
         *
         * @param displaced whether the file that was written has no name any more
         */
        record Refused(String why, boolean displaced) implements Result {}
    }

    /** Whether a server, or a program, stands between us and the disk. */
    static boolean helpsOn(FileSystemKind kind) {
        return switch (kind.family()) {
            case NFS, NETWORK, FUSE -> true;
            case LOCAL, MEMORY -> false;
        };
    }

    /**
     * Opens all descriptions again, and takes the lock again before anything is written.
     *
     * @param durableEndBytes the file is at least so long if it is ours
     * @param beforeUse runs before the first call on what is new: what the old descriptions still
     *     had to tell is never heard, so all that is not durable must count as lost
     */
    Result run(RoleWorker.Lease syncer, long durableEndBytes, Runnable beforeUse)
            throws IOException {
        syncer.enter(Activity.FILING);
        var opened = new LinkedHashMap<HeldFile, StorageFile>();
        try {
            for (HeldFile held : holdings.files()) {
                opened.put(held, storage.open(prepared.files().part(), held.how()));
                syncer.check();
            }
            if (!areOurs(opened.values(), durableEndBytes)) {
                close(opened.values());
                letGo();
                return replaced();
            }
        } catch (IOException away) {
            if (away instanceof OsException problem && problem.errno() == Errno.ENOENT) {
                close(opened.values());
                letGo();
                return replaced();
            }
            LOG.debug("the output file can't be opened again yet: {}", away.getMessage());
            close(opened.values());
            syncer.check();
            return new Result.NotYet();
        }
        return exchange(opened, durableEndBytes, beforeUse);
    }

    private Result replaced() {
        return new Result.Refused(
                prepared.files().part() + " was replaced by another file meanwhile", true);
    }

    /** Where somebody is in a call he closes what he is in. */
    private void letGo() {
        for (HeldFile held : holdings.files()) {
            if (held.retire()) {
                close(List.of(held));
            }
        }
    }

    private boolean areOurs(Collection<StorageFile> opened, long durableEndBytes)
            throws OsException {
        for (StorageFile file : opened) {
            var facts = file.facts();
            if (!Whereabouts.isSame(facts, prepared) || facts.sizeBytes() < durableEndBytes) {
                return false;
            }
        }
        return true;
    }

    /** The old ones go first, and the lock with them: else we would be in our own way. */
    private Result exchange(
            Map<HeldFile, StorageFile> opened, long durableEndBytes, Runnable beforeUse)
            throws IOException {
        var suspended = new LinkedHashMap<HeldFile, StorageFile>();
        for (HeldFile held : opened.keySet()) {
            var old = held.suspend(giveUp);
            if (old.isEmpty()) {
                resume(suspended);
                close(opened.values());
                return new Result.NotYet();
            }
            suspended.put(held, old.get());
        }
        close(suspended.values());
        var refused = refused(opened, durableEndBytes);
        if (refused.isPresent()) {
            suspended.keySet().forEach(HeldFile::giveUp);
            close(opened.values());
            return refused.get();
        }
        beforeUse.run();
        resume(opened);
        return new Result.Renewed();
    }

    private static void resume(Map<HeldFile, StorageFile> descriptions) {
        var late = new ArrayList<StorageFile>();
        descriptions.forEach((held, description) -> {
            if (!held.resume(description)) {
                late.add(description);
            }
        });
        close(late);
    }

    /** Under the lock the file is looked at again: whoever had it may have given it its name. */
    private Optional<Result> refused(Map<HeldFile, StorageFile> opened, long durableEndBytes) {
        return switch (lock(opened)) {
            case DENIED ->
                    Optional.of(
                            new Result.Refused(
                                    prepared.files().part()
                                            + " is held by another rip since the server was away",
                                    false));
            case UNANSWERED ->
                    Optional.of(
                            giveUp.isStopped()
                                    ? new Result.NotYet()
                                    : new Result.Refused(
                                            prepared.files().part()
                                                    + " could not be locked again since the server"
                                                    + " was away",
                                            false));
            case LOCKED ->
                    isStillOurs(opened.values(), durableEndBytes)
                            ? Optional.empty()
                            : Optional.of(replaced());
        };
    }

    private boolean isStillOurs(Collection<StorageFile> opened, long durableEndBytes) {
        try {
            return Whereabouts.isInPlace(storage, prepared, false)
                    && areOurs(opened, durableEndBytes);
        } catch (IOException away) {
            LOG.debug("whether the file is in its place is not known: {}", away.getMessage());
            return false;
        }
    }

    /** What a server says to the wish for a lock. */
    private enum Lock {
        LOCKED,
        DENIED,
        UNANSWERED
    }

    /** A server may have forgotten the lock with the handle, and given it to somebody else. */
    private Lock lock(Map<HeldFile, StorageFile> opened) {
        StorageFile data =
                opened.entrySet().stream()
                        .filter(each -> each.getKey().equals(prepared.part()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow();
        for (int i = 0; i < LOCK_TRIES && !giveUp.isStopped(); i++) {
            try {
                return data.tryLock() ? Lock.LOCKED : Lock.DENIED;
            } catch (OsException problem) {
                LOG.debug("no lock yet: {}", problem.getMessage());
                // SMB says so of a lock that another one has (STATUS_LOCK_NOT_GRANTED).
                if (problem.errno() == Errno.EACCES) {
                    return Lock.DENIED;
                }
            }
            concurrency.gate("lock of the share").pause(concurrency.in(BETWEEN_TRIES), giveUp);
        }
        return Lock.UNANSWERED;
    }

    /** What these have to tell is known: all that is not durable counts as lost. */
    private static void close(Collection<? extends StorageFile> files) {
        for (StorageFile file : files) {
            try {
                if (file instanceof HeldFile held) {
                    held.closeRetired();
                } else {
                    file.close();
                }
            } catch (OsException known) {
                LOG.debug("closing a description: {}", known.getMessage());
            }
        }
    }
}
