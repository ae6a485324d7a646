package dev.spindle.rip;

import dev.spindle.disc.toc.CueText;
import dev.spindle.os.Storage;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.KeptSidecars;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The files beside an image. Run by the conductor; the file calls are the syncer's. */
record Sidecars(
        Storage storage, Prepared prepared, RecordKeeper records, Roles roles, Watch watch) {
    /** Writes the files beside the image, and makes their names durable. */
    boolean write(Map<String, String> hashes, RipRecord record) throws IOException {
        var files = prepared.files();
        return watch.finish(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.SAVING);
                            Whereabouts.check(storage, prepared, true);
                            syncer.check();
                            saveCue(syncer);
                            saveSha256(hashes.get(HashAlgorithm.SHA256.text()), syncer);
                            records.save(record, syncer);
                            syncer.enter(Activity.SYNCING);
                            storage.syncFolder(files.folder());
                            return true;
                        })
                .isPresent();
    }

    /** What stands beside an image that was whole already. */
    Optional<KeptSidecars> kept() throws IOException {
        return watch.finish(
                roles.syncer(),
                syncer -> {
                    syncer.enter(Activity.FILING);
                    return KeptSidecars.read(storage, prepared.files());
                });
    }

    /** Writes what is missing beside an image that was whole already, and nothing else. */
    boolean writeMissing(KeptSidecars kept, Map<String, String> hashes, RipRecord record)
            throws IOException {
        var files = prepared.files();
        return watch.finish(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.SAVING);
                            String sha256 = hashes.get(HashAlgorithm.SHA256.text());
                            if (sha256 != null && !kept.hasSha256File()) {
                                saveSha256(sha256, syncer);
                            }
                            if (!kept.hasCue()) {
                                saveCue(syncer);
                            }
                            if (!kept.isRecordFinished()) {
                                records.save(record, syncer);
                            }
                            syncer.enter(Activity.SYNCING);
                            storage.syncFolder(files.folder());
                            return true;
                        })
                .isPresent();
    }

    private void saveSha256(@Nullable String sha256, RoleWorker.Lease syncer) throws IOException {
        var files = prepared.files();
        if (sha256 != null) {
            String line = sha256 + "  " + files.imageName() + "\n";
            TextFile.replace(storage, files.sha256(), line, syncer);
        } else if (storage.lookUp(files.sha256()).isPresent()) {
            // Of an image that had holes then: it is wrong now.
            storage.remove(files.sha256());
        }
    }

    private void saveCue(RoleWorker.Lease syncer) throws IOException {
        var files = prepared.files();
        var toc = prepared.disc().details().toc();
        if (files.format() == ImageFormat.BIN && toc.isPresent()) {
            var music = prepared.disc().details().music();
            String text = CueText.of(toc.get(), music, files.imageName());
            TextFile.replace(storage, files.cue(), text, syncer);
        }
        var moved = prepared.staged().flatMap(image -> image.cueFor(files.imageName()));
        if (moved.isPresent()) {
            TextFile.replace(storage, files.cue(), moved.get(), syncer);
        }
    }
}
