package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.rip.files.PartFile;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** What a move removes at its end. Run by the conductor; the file calls are the syncer's. */
record MoveFiles(Storage storage, Prepared prepared, Roles roles, Watch watch) {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    /** What was made of a staged image whose bytes turned out not to be the disc's is nothing. */
    void discardPart() {
        try {
            var _ = watch.finish(roles.syncer(), this::discardOnSyncer);
        } catch (IOException problem) {
            LOG.warn("{} stays: {}", prepared.files().part(), problem.getMessage());
        }
    }

    private boolean discardOnSyncer(RoleWorker.Lease syncer) throws IOException {
        syncer.enter(Activity.FILING);
        Whereabouts.check(storage, prepared, false);
        syncer.check();
        // First: without it nothing vouches for what the part holds.
        if (storage.lookUp(prepared.files().map()).isPresent()) {
            storage.remove(prepared.files().map());
        }
        new PartFile(storage, syncer).remove(prepared.files());
        return true;
    }

    /** Removes the image that was moved; false where it is still there. */
    boolean removeStaged(StagedImage staged) {
        try {
            return watch.finish(
                            roles.syncer(),
                            syncer -> {
                                syncer.enter(Activity.FILING);
                                Whereabouts.check(storage, prepared, true);
                                syncer.check();
                                return staged.remove(storage, prepared.partFacts(), syncer);
                            })
                    .orElse(false);
        } catch (IOException problem) {
            LOG.warn("{} was moved and stays: {}", staged.files().image(), problem.getMessage());
            return false;
        }
    }
}
