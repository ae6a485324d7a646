package dev.spindle.rip.files;

import dev.spindle.disc.sector.SectorView;
import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Compares sectors of the disc with what an earlier rip wrote, so that two discs never end up in
 * one image.
 */
public final class SpotCheck {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");
    private static final int SECTORS = 16;

    private SpotCheck() {}

    /**
     * What is said to be this disc's.
     *
     * @param path of the file that holds it
     * @param finished where in it
     * @param isForeign whether another program wrote it: what that calls finished may still be on
     *     its way to the disk, so it is brought there first, and read back from there
     */
    public record Claim(String path, RangeSet finished, boolean isForeign) {
        /** Empty where nothing of what is there is gone on with. */
        public static Optional<Claim> of(StartDecision decision, RipFiles files, long bytes) {
            return switch (decision) {
                case StartDecision.Resume(RescueMap map, boolean foreign, _) ->
                        Optional.of(
                                new Claim(files.part(), map.with(SectorStatus.FINISHED), foreign));
                case StartDecision.Reopen(RescueMap map) ->
                        Optional.of(
                                new Claim(files.image(), map.with(SectorStatus.FINISHED), false));
                case StartDecision.Complete() ->
                        Optional.of(
                                new Claim(
                                        files.image(),
                                        RangeSet.of(new ByteRange(0, bytes)),
                                        false));
                default -> Optional.empty();
            };
        }
    }

    /**
     * A sector as the drive gave it.
     *
     * @param content from position to limit; the last one of an image may be partial
     */
    public record Probe(long offsetBytes, ByteBuffer content) {}

    /** Sectors spread over what is finished. Pure. */
    static List<Long> choose(RangeSet finished, int sectorBytes) {
        var lbas = new ArrayList<Long>();
        long total = finished.sizeBytes() / sectorBytes;
        for (int i = 0; i < SECTORS && total > 0; i++) {
            long wanted = total * i / SECTORS * sectorBytes;
            for (var range : finished.ranges()) {
                if (wanted < range.lengthBytes()) {
                    long lba = Math.ceilDiv(range.startBytes() + wanted, sectorBytes);
                    if (!lbas.contains(lba) && (lba + 1) * sectorBytes <= range.endBytes()) {
                        lbas.add(lba);
                    }
                    break;
                }
                wanted -= range.lengthBytes();
            }
        }
        return lbas;
    }

    /**
     * What a look at the disc brought.
     *
     * @param driveFailure why it ended early, where not the disc but the drive failed
     */
    public record Probes(List<Probe> probes, Optional<ReadOutcome> driveFailure) {}

    /** Reads the sectors; those that can't be read now are left out. For the reader. */
    public static Probes read(Drive drive, RangeSet finished) {
        var probes = new ArrayList<Probe>();
        int sectorBytes = drive.sectorBytes();
        var buffer = ByteBuffer.allocateDirect(sectorBytes);
        for (long lba : choose(finished, sectorBytes)) {
            switch (drive.read(lba, 1, buffer.clear())) {
                case ReadOutcome.Good(int bytes) -> {
                    var content = new byte[bytes];
                    buffer.get(0, content);
                    if (isCertain(content, sectorBytes)) {
                        probes.add(new Probe(lba * sectorBytes, ByteBuffer.wrap(content)));
                    }
                }
                case ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> {}
                case ReadOutcome failure -> {
                    return new Probes(probes, Optional.of(failure));
                }
            }
        }
        return new Probes(probes, Optional.empty());
    }

    /**
     * Whether the disc vouches for what it gives: audio and Form 2 have no error correction of
     * their own, so that a second read may bring other bytes. Pure.
     */
    public static boolean isCertain(byte[] sector, int sectorBytes) {
        return new SectorView(sectorBytes).userData(sector).isPresent();
    }

    /**
     * Whether the file holds the same. For the syncer.
     *
     * @param progress is told how many bytes were compared so far
     */
    public static boolean matches(
            Storage storage, Claim claim, List<Probe> probes, LongConsumer progress)
            throws IOException {
        StorageFile file =
                storage.open(
                        claim.path, claim.isForeign ? Storage.How.READ_WRITE : Storage.How.READ);
        try {
            if (claim.isForeign) {
                file.syncData();
            }
            return holds(file, probes, progress);
        } finally {
            close(file);
        }
    }

    /** Nothing was written through it: what its close tells is of bytes that nobody claims. */
    private static void close(StorageFile file) {
        try {
            file.close();
        } catch (OsException problem) {
            LOG.warn("an earlier writer lost something: {}", problem.getMessage());
        }
    }

    private static boolean holds(StorageFile file, List<Probe> probes, LongConsumer progress)
            throws OsException {
        long compared = 0;
        for (Probe probe : probes) {
            var buffer = ByteBuffer.allocateDirect(probe.content.remaining());
            int got = file.read(buffer, probe.offsetBytes);
            buffer.limit(Math.max(0, got));
            if (!buffer.equals(probe.content)) {
                return false;
            }
            compared += got;
            progress.accept(compared);
        }
        return true;
    }
}
