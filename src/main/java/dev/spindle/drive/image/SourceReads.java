package dev.spindle.drive.image;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.SectorSource;
import dev.spindle.drive.Sense;
import dev.spindle.os.OsException;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Makes a drive's read of a source's: pure but for the source. */
final class SourceReads {
    /** Logical block address out of range: 05/21/00 (SPC-4, annex F). */
    private static final Sense OUT_OF_RANGE = new Sense(5, 0x21, 0);

    private SourceReads() {}

    static boolean isInside(SectorSource source, long lba, int sectors) {
        long end = Math.ceilDiv(source.lengthBytes(), source.sectorBytes());
        return lba >= 0 && sectors > 0 && lba <= end - sectors;
    }

    static ReadOutcome outOfRange() {
        return OUT_OF_RANGE.asOutcome();
    }

    /** How many bytes such a read brings; fewer than whole sectors where the source ends. */
    static int bytes(SectorSource source, long lba, long sectors) {
        long start = lba * source.sectorBytes();
        long end = Math.min(start + sectors * source.sectorBytes(), source.lengthBytes());
        return Math.toIntExact(end - start);
    }

    static ReadOutcome read(SectorSource source, long lba, int sectors, ByteBuffer into) {
        int wanted = bytes(source, lba, sectors);
        try {
            ByteBuffer exactly = into.slice(into.position(), wanted);
            int came = source.read(lba * source.sectorBytes(), exactly);
            return came == wanted
                    ? new ReadOutcome.Good(came)
                    : new ReadOutcome.ShortTransfer(came);
        } catch (OsException problem) {
            return outcome(problem);
        } catch (IOException problem) {
            return new ReadOutcome.Gone(String.valueOf(problem.getMessage()));
        }
    }

    /**
     * The block layer answers EIO or ENODATA for a medium error, ENXIO, ENODEV or ENOMEDIUM for a
     * device that left (Linux block/blk-core.c, blk_errors).
     */
    private static ReadOutcome outcome(OsException problem) {
        return switch (problem.errno()) {
            case EIO, ENODATA -> Sense.UNRECOVERED_READ_ERROR.asOutcome();
            case ENXIO, ENODEV, ENOMEDIUM ->
                    new ReadOutcome.Gone(
                            "the drive is not there any more: " + problem.getMessage());
            default -> new ReadOutcome.Gone("can't be read any more: " + problem.getMessage());
        };
    }
}
