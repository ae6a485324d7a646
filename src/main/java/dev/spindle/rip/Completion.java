package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.files.Holes;
import dev.spindle.rip.files.ReadBack;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The end of a rip, in the order that leaves a state which the next start understands wherever it
 * is cut off (src/docs/writeback.md, "The end of a rip"). Run by the conductor; the file calls are
 * the syncer's.
 */
final class Completion {
    private final Storage storage;
    private final SavedMap map;
    private final Sidecars sidecars;
    private final MoveFiles moveFiles;
    private final Prepared prepared;
    private final RecordKeeper records;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private volatile boolean sized;
    private volatile boolean named;
    private volatile boolean displaced;

    Completion(
            RipServices services,
            Prepared prepared,
            RecordKeeper records,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation) {
        this.records = records;
        this.storage = services.storage();
        this.prepared = prepared;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
        this.sidecars = new Sidecars(storage, prepared, records, roles, watch);
        this.map = new SavedMap(storage, prepared);
        this.moveFiles = new MoveFiles(storage, prepared, roles, watch);
    }

    /** What stands beside the image. */
    Sidecars sidecars() {
        return sidecars;
    }

    /** What a move removes. */
    MoveFiles moveFiles() {
        return moveFiles;
    }

    /** The map beside the image. */
    SavedMap map() {
        return map;
    }

    /**
     * Gives the durable content its exact size, and syncs that: then it can be read back whole.
     *
     * @return false where the storage did not confirm it in time
     */
    boolean size(Streaming streaming) throws IOException {
        observation.phase(Phase.FINISHING);
        sized =
                watch.finish(roles.syncer(), syncer -> sizeOnSyncer(streaming, syncer))
                        .orElse(false);
        return sized;
    }

    /** Has the storage confirm an image that was there already. */
    boolean confirmImage() throws IOException {
        observation.phase(Phase.FINISHING);
        return watch.finish(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.SYNCING);
                            prepared.part().syncData();
                            return true;
                        })
                .isPresent();
    }

    /**
     * Gives the durable content its exact size and its name.
     *
     * @return false where the storage did not confirm it in time
     */
    boolean name(Streaming streaming) throws IOException {
        observation.phase(Phase.FINISHING);
        return watch.finish(roles.syncer(), syncer -> nameOnSyncer(streaming, syncer))
                .orElse(false);
    }

    /** Whether the file is called {@code NAME.iso} or {@code NAME.bin} now. */
    boolean isNamed() {
        return named || prepared.isComplete();
    }

    private boolean sizeOnSyncer(Streaming streaming, RoleWorker.Lease syncer) throws IOException {
        syncer.enter(Activity.FILING);
        long writtenBytes = prepared.part().facts().sizeBytes();
        long lengthBytes = prepared.drive().lengthBytes();
        boolean hasPattern =
                prepared.resumed() && !prepared.isForeign() && streaming.fill().leavesZeros();
        // The barrier behind the last round has synced the size as well.
        boolean isAsItShouldBe = writtenBytes == lengthBytes && !hasPattern;
        if (isAsItShouldBe && !streaming.isClassic()) {
            return true;
        }
        prepared.part().truncate(lengthBytes);
        if (hasPattern
                && !Holes.make(
                        prepared.part(),
                        streaming.maps().missing(),
                        Math.min(writtenBytes, lengthBytes),
                        syncer,
                        tokens.user())) {
            return false;
        }
        syncer.enter(Activity.SYNCING);
        prepared.part().syncData();
        return true;
    }

    private boolean nameOnSyncer(Streaming streaming, RoleWorker.Lease syncer) throws IOException {
        if (!sized && !sizeOnSyncer(streaming, syncer)) {
            return false;
        }
        var files = prepared.files();
        syncer.enter(Activity.SAVING);
        Whereabouts.check(storage, prepared, false);
        syncer.check();
        map.save(streaming.maps().claim(streaming.durableContent()), syncer);
        syncer.enter(Activity.FILING);
        // Whoever replaced the part meanwhile must not see his file called the image.
        Whereabouts.check(storage, prepared, false);
        storage.renameKeeping(files.part(), files.image());
        named = true;
        syncer.enter(Activity.SYNCING);
        storage.syncFolder(files.folder());
        return true;
    }

    /**
     * The hashes of the durable file: those of the stream where they hold, else read back.
     *
     * @param streamed what the hasher computed, where it has taken everything
     * @return empty where a stop or a silent storage ended the reading back
     */
    Optional<Map<String, String>> hash(Optional<StreamHashes> streamed, Set<HashAlgorithm> wanted)
            throws IOException {
        long bytes = prepared.drive().lengthBytes();
        if (wanted.isEmpty()) {
            return Optional.of(Map.of());
        }
        if (streamed.isPresent() && streamed.get().isValidFor(bytes)) {
            return Optional.of(streamed.get().hex());
        }
        return readBack(wanted);
    }

    private Optional<Map<String, String>> readBack(Set<HashAlgorithm> wanted) throws IOException {
        long bytes = prepared.drive().lengthBytes();
        observation.phase(Phase.READING_BACK);
        var hashes = new StreamHashes(wanted);
        var done =
                watch.finish(
                        roles.syncer(),
                        syncer ->
                                ReadBack.run(
                                        prepared.part(),
                                        bytes,
                                        hashes,
                                        syncer,
                                        tokens.user(),
                                        observation::readBack));
        return done.orElse(false) ? Optional.of(hashes.hex()) : Optional.empty();
    }

    /** Missing sectors by file; none where nothing misses, or where nobody waits for the answer. */
    Map<String, Long> damagedFiles(Streaming streaming) throws IOException {
        var missing = streaming.maps().missing();
        if (missing.isEmpty() || tokens.isStopped()) {
            return Map.of();
        }
        return watch.finish(
                        roles.syncer(),
                        syncer ->
                                DamagedFiles.find(
                                        prepared.part(),
                                        prepared.drive(),
                                        missing,
                                        syncer,
                                        tokens.user()))
                .orElse(Map.of());
    }

    /**
     * Whether what was written has no name any more, so that nobody can go on with it. Asks the
     * storage, unless it was given up; where it does not answer, the file counts as in its place.
     */
    boolean isDisplaced() {
        if (!tokens.giveUp().isStopped()) {
            var _ =
                    watch.tryBriefly(
                            roles.syncer(),
                            syncer -> {
                                syncer.enter(Activity.FILING);
                                displaced = !Whereabouts.isInPlace(storage, prepared, isNamed());
                                return true;
                            });
        }
        return displaced;
    }

    /** Writes the record of a rip that did not come to its end, if the storage lets it. */
    void recordEnd(RipRecord record) {
        if (tokens.giveUp().isStopped()) {
            return;
        }
        var _ =
                watch.tryBriefly(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.SAVING);
                            Whereabouts.check(storage, prepared, isNamed());
                            syncer.check();
                            records.save(record, syncer);
                            return true;
                        });
    }
}
