package dev.spindle.audio.secure;

import java.io.IOException;
import java.util.Optional;

/** Reads whole sectors of 2352 bytes from a disc. */
@FunctionalInterface
public interface SectorReads {
    /**
     * One command.
     *
     * @return what came; empty where the disc can't be read there now
     * @throws DriveEndedException where the drive can't go on at all
     */
    Optional<byte[]> read(long lba, int sectors) throws IOException;

    /**
     * Whether the drive said of this sector, when it was read last, that it could not correct it.
     */
    default boolean isSuspect(long lba) {
        return false;
    }

    /** The same disc read from behind: sector -1 is the one with number 0, samples in reverse. */
    default SectorReads mirrored() {
        return (lba, sectors) -> read(-lba - sectors, sectors).map(SampleWords::reversed);
    }
}
