package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleWorker;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The drive and the file descriptions that a rip holds, and how they are given back, however it
 * ends. The roles bring what they have opened; the conductor gives it back.
 */
final class Holdings {
    private final Concurrency concurrency;
    private final Gate gate;
    private @Nullable HeldDrive drive;
    private @Nullable HeldDrive second;
    private final List<HeldFile> files = new ArrayList<>();
    private boolean over;

    Holdings(Concurrency concurrency) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("holdings");
    }

    /** Holds a drive; closes it where the rip was over before it was open. */
    HeldDrive hold(Drive opened) {
        var held = new HeldDrive(concurrency, opened);
        boolean kept =
                gate.read(() -> {
                    drive = over ? drive : held;
                    return !over;
                });
        if (!kept) {
            held.close();
        }
        return held;
    }

    /** Holds a second drive likewise. */
    HeldDrive holdSecond(Drive opened) {
        var held = new HeldDrive(concurrency, opened);
        boolean kept =
                gate.read(() -> {
                    second = over ? second : held;
                    return !over;
                });
        if (!kept) {
            held.close();
        }
        return held;
    }

    /** Holds a description of the output file likewise. */
    StorageFile hold(StorageFile opened) throws OsException {
        return hold(opened, Storage.How.READ_WRITE);
    }

    /**
     * The same.
     *
     * @param how it was opened, and is opened again where its server forgets it
     */
    StorageFile hold(StorageFile opened, Storage.How how) throws OsException {
        var held = new HeldFile(concurrency, opened, how);
        boolean kept =
                gate.read(() -> {
                    if (!over) {
                        files.add(held);
                    }
                    return !over;
                });
        if (!kept) {
            held.close();
        }
        return held;
    }

    /** The descriptions of the output file. */
    List<HeldFile> files() {
        return gate.read(() -> List.copyOf(files));
    }

    /** Nothing is held any more that is opened from now on. */
    void end() {
        gate.update(() -> over = true);
    }

    /** Gives all back; what somebody is in, he closes when he returns. */
    void release(Watch watch, Roles roles) {
        end();
        release(watch, gate.read(() -> drive), roles.reader());
        release(watch, gate.read(() -> second), roles.second());
        releaseFiles(watch, roles);
    }

    private static void release(Watch watch, @Nullable HeldDrive held, RoleWorker reader) {
        if (held != null && held.retire()) {
            var _ =
                    watch.tryBriefly(
                            reader,
                            lease -> {
                                lease.enter(Activity.FILING);
                                held.closeRetired();
                                return true;
                            });
        }
    }

    /**
     * All in one piece of work: a close that hangs keeps its thread, and that one goes on with the
     * others when it returns. Where the syncer is stuck for good another thread closes.
     *
     * <p>What a close has to tell is a notice and changes no verdict. An error of close says that
     * something since the last good barrier was lost (src/docs/writeback.md, "Errors"). A rip that
     * calls its image durable has written nothing since a barrier that succeeded on both
     * descriptions, at most cut the file to its size and synced that; any other claims no more than
     * what such a barrier covered.
     */
    private void releaseFiles(Watch watch, Roles roles) {
        var retired =
                gate.read(() -> List.copyOf(files)).stream().filter(HeldFile::retire).toList();
        if (retired.isEmpty()) {
            return;
        }
        RoleWorker.Work<Boolean> closing =
                lease -> {
                    lease.enter(Activity.FILING);
                    return closeAll(retired);
                };
        if (!watch.tryBriefly(roles.syncer(), closing)) {
            var closer = new RoleWorker(concurrency, "closer");
            var _ = watch.tryBriefly(closer, closing);
            closer.close();
        }
    }

    private static boolean closeAll(List<HeldFile> files) throws OsException {
        OsException first = null;
        for (HeldFile file : files) {
            try {
                file.closeRetired();
            } catch (OsException problem) {
                first = first == null ? problem : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return true;
    }
}
