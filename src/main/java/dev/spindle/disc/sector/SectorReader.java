package dev.spindle.disc.sector;

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

    /**
     * Reads neighbours with one command, where the source can do that.
     *
     * @return the bytes of all of them; empty where one of them can't be read or lies behind the
     *     end: then they may be tried one by one
     */
    default Optional<byte[]> read(long firstLba, int sectors) {
        var run = new byte[sectors * Sector.BYTES];
        for (int i = 0; i < sectors; i++) {
            byte[] sector = read(firstLba + i).orElse(null);
            if (sector == null) {
                return Optional.empty();
            }
            int length = Math.min(sector.length, Sector.BYTES);
            System.arraycopy(sector, 0, run, i * Sector.BYTES, length);
        }
        return Optional.of(run);
    }
}
