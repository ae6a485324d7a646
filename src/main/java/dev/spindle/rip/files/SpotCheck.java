package dev.spindle.rip.files;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.RangeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares sectors of the disc with what an earlier rip wrote, so that two discs never end up in
 * one image.
 */
public final class SpotCheck {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");
    private static final int SECTORS = 16;

    private SpotCheck() {}

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

    /** Reads the sectors; those that can't be read now are left out. For the reader. */
    public static List<Probe> read(Drive drive, RangeSet finished) {
        var probes = new ArrayList<Probe>();
        int sectorBytes = drive.sectorBytes();
        var buffer = ByteBuffer.allocateDirect(sectorBytes);
        for (long lba : choose(finished, sectorBytes)) {
            buffer.clear();
            if (drive.read(lba, 1, buffer) instanceof ReadOutcome.Good(int bytes)) {
                probes.add(
                        new Probe(
                                lba * sectorBytes,
                                ByteBuffer.allocate(bytes).put(buffer.slice(0, bytes)).flip()));
            }
        }
        return probes;
    }

    /**
     * Whether the part holds the same. For the syncer.
     *
     * @param foreign whether another program wrote it: what that calls finished may still be on its
     *     way to the disk, so it is brought there first, and read back from there
     */
    public static boolean matches(
            Storage storage, RipFiles files, List<Probe> probes, boolean foreign)
            throws IOException {
        StorageFile file =
                storage.open(files.part(), foreign ? Storage.How.READ_WRITE : Storage.How.READ);
        try {
            if (foreign) {
                file.syncData();
            }
            return holds(file, probes);
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

    private static boolean holds(StorageFile file, List<Probe> probes) throws OsException {
        for (Probe probe : probes) {
            var buffer = ByteBuffer.allocateDirect(probe.content.remaining());
            int got = file.read(buffer, probe.offsetBytes);
            buffer.limit(Math.max(0, got));
            if (!buffer.equals(probe.content)) {
                return false;
            }
        }
        return true;
    }
}
