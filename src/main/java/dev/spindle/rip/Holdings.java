package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

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
    private final List<HeldFile> files = new ArrayList<>();
    private boolean over;

    Holdings(Concurrency concurrency) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("holdings");
    }

    /** Holds a drive; closes it where the rip was over before it was open. */
    Drive hold(Drive opened) {
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

    /** Holds a description of the output file likewise. */
    StorageFile hold(StorageFile opened) throws OsException {
        var held = new HeldFile(concurrency, opened);
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

    /** Nothing is held any more that is opened from now on. */
    void end() {
        gate.update(() -> over = true);
    }

    /** Gives all back; what somebody is in, he closes when he returns. */
    void release(Watch watch, Roles roles) {
        end();
        HeldDrive heldDrive = gate.read(() -> drive);
        if (heldDrive != null && heldDrive.retire()) {
            watch.tryBriefly(
                    roles.reader(),
                    reader -> {
                        reader.enter(Activity.FILING);
                        heldDrive.closeRetired();
                        return true;
                    });
        }
        gate.read(() -> List.copyOf(files)).forEach(file -> release(file, watch, roles));
    }

    private static void release(HeldFile file, Watch watch, Roles roles) {
        if (file.retire()) {
            watch.tryBriefly(
                    roles.syncer(),
                    syncer -> {
                        syncer.enter(Activity.FILING);
                        file.closeRetired();
                        return true;
                    });
        }
    }
}
