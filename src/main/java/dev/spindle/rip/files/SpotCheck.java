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
    public record Probe(long lba, ByteBuffer content) {}

    /** Sectors spread over what is finished. Pure. */
    static List<Long> choose(RangeSet finished) {
        var lbas = new ArrayList<Long>();
        long total = finished.sizeBytes() / Drive.SECTOR_BYTES;
        for (int i = 0; i < SECTORS && total > 0; i++) {
            long wanted = total * i / SECTORS * Drive.SECTOR_BYTES;
            for (var range : finished.ranges()) {
                if (wanted < range.lengthBytes()) {
                    long lba =
                            (range.startBytes() + wanted + Drive.SECTOR_BYTES - 1)
                                    / Drive.SECTOR_BYTES;
                    if (!lbas.contains(lba) && (lba + 1) * Drive.SECTOR_BYTES <= range.endBytes()) {
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
        var buffer = ByteBuffer.allocateDirect(Drive.SECTOR_BYTES);
        for (long lba : choose(finished)) {
            buffer.clear();
            if (drive.read(lba, 1, buffer) instanceof ReadOutcome.Good(int bytes)) {
                probes.add(
                        new Probe(
                                lba,
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
        var buffer = ByteBuffer.allocateDirect(Drive.SECTOR_BYTES);
        for (Probe probe : probes) {
            buffer.clear().limit(probe.content.remaining());
            int got = file.read(buffer, probe.lba * Drive.SECTOR_BYTES);
            buffer.limit(Math.max(0, got));
            if (!buffer.equals(probe.content)) {
                return false;
            }
        }
        return true;
    }
}
