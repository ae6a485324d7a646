package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.stream.MapKeeper;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.writeback.BarrierListener;

import java.io.IOException;
import java.util.List;

/**
 * The map beside the image. What it says is saved once: where a barrier has brought it to the disk,
 * the end of the rip need not wait for the disk to take the same again. Its calls are the syncer's.
 */
final class SavedMap {
    private final Storage storage;
    private final Prepared prepared;

    /** What is on the disk under its name, its folder synced; empty where that is not known. */
    private volatile String durable = "";

    SavedMap(Storage storage, Prepared prepared) {
        this.storage = storage;
        this.prepared = prepared;
    }

    /** Saves the map after each barrier, so that a power cut leaves it there. */
    BarrierListener saver(Streaming streaming) {
        return (covered, syncer) -> {
            syncer.enter(Activity.SAVING);
            Whereabouts.check(storage, prepared, false);
            syncer.check();
            // What has been filled or overwritten since that barrier is not what it was of.
            var claimed = covered.intersection(streaming.durableContent());
            claimed.removeAll(streaming.writer().checksums().unverified());
            String text = text(streaming.maps().claim(claimed));
            replace(text, syncer);
            syncer.enter(Activity.SYNCING);
            storage.syncFolder(prepared.files().folder());
            durable = text;
        };
    }

    /** Saves it, unless just that is on the disk. Its name is durable once the folder is synced. */
    void save(MapKeeper.Claim claim, RoleWorker.Lease syncer) throws IOException {
        String text = text(claim);
        if (!text.equals(durable)) {
            replace(text, syncer);
        }
    }

    private void replace(String text, RoleWorker.Lease syncer) throws IOException {
        durable = "";
        TextFile.replace(storage, prepared.files().map(), text, syncer);
    }

    private String text(MapKeeper.Claim claim) {
        return MapfileText.format(
                prepared.staged()
                        .map(image -> image.withHolesAsTheyWere(claim.map()))
                        .orElse(claim.map()),
                claim.positionBytes(),
                claim.status(),
                List.of("Disc identity " + prepared.disc().identity()));
    }
}
