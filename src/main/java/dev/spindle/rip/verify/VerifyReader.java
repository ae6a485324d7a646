package dev.spindle.rip.verify;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.files.ReadBack;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Makes the file calls. For the syncer; the counts may be read by all. */
final class VerifyReader implements VerifyWork {
    private final Storage storage;
    private final String named;
    private final StopToken stop;
    private volatile long readBytes;
    private volatile long totalBytes;

    VerifyReader(Storage storage, String named, StopToken stop) {
        this.storage = storage;
        this.named = named;
        this.stop = stop;
    }

    @Override
    public long readBytes() {
        return readBytes;
    }

    @Override
    public long totalBytes() {
        return totalBytes;
    }

    @Override
    public VerifyReport stopped() {
        return VerifyText.stopped(
                new FinishedRip(named, totalBytes, OptionalLong.empty(), List.of()));
    }

    @Override
    public VerifyReport run(RoleWorker.Lease syncer) throws IOException {
        syncer.enter(Activity.FILING);
        FinishedRip rip = FinishedRip.find(storage, named);
        totalBytes = rip.bytes();
        if (rip.rippedBytes().orElse(rip.bytes()) != rip.bytes()) {
            return VerifyText.wrongSize(rip, rip.rippedBytes().getAsLong());
        }
        syncer.check();
        StorageFile file = storage.open(rip.image(), Storage.How.READ);
        try {
            return compared(rip, file, syncer);
        } catch (OsException problem) {
            return VerifyText.unreadable(rip, problem);
        } finally {
            closeQuietly(file);
        }
    }

    private VerifyReport compared(FinishedRip rip, StorageFile file, RoleWorker.Lease syncer)
            throws IOException {
        OptionalLong cachedBytes = dropCache(rip, file, syncer);
        Set<HashAlgorithm> wanted = EnumSet.noneOf(HashAlgorithm.class);
        rip.hashes().forEach(known -> wanted.add(known.algorithm()));
        var hashes = new StreamHashes(wanted);
        if (!ReadBack.run(file, rip.bytes(), hashes, syncer, stop, at -> readBytes = at)) {
            return VerifyText.stopped(rip);
        }
        Map<String, String> found = hashes.hex();
        return VerifyText.compared(
                rip,
                cachedBytes,
                rip.hashes().stream()
                        .map(known ->
                                new HashCheck(
                                        known, found.getOrDefault(known.algorithm().text(), "")))
                        .toList());
    }

    /**
     * Drops what can be dropped: pages must be clean for that.
     *
     * @return how much is left
     */
    private static OptionalLong dropCache(
            FinishedRip rip, StorageFile file, RoleWorker.Lease syncer) throws IOException {
        syncer.enter(Activity.SYNCING);
        try {
            file.syncData();
        } catch (OsException problem) {
            if (!problem.errno().meansUnsupported() && problem.errno() != Errno.EROFS) {
                throw problem;
            }
        }
        syncer.enter(Activity.EVICTING);
        var whole = new ByteRange(0, rip.bytes());
        try {
            file.dropCache(whole);
        } catch (OsException undropped) {
            // What is left in memory is counted next.
        }
        return file.cachedBytes(whole);
    }

    private static void closeQuietly(StorageFile file) {
        try {
            file.close();
        } catch (OsException closedAllTheSame) {
            // Nothing was written: there is nothing to lose.
        }
    }
}
