package dev.spindle.disc;

import java.util.Optional;

/** Where disc structures are read from. */
@FunctionalInterface
public interface SectorReader {
    /**
     * Reads one 2048-byte sector.
     *
     * @return its bytes; empty where it can't be read or lies behind the end
     */
    Optional<byte[]> read(long lba);
}
