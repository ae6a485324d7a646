package dev.spindle.disc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads each sector once: a drive may need a minute to tell that one is bad. */
final class SectorCache {
    private final SectorReader reader;
    private final long sectors;
    private final Map<Long, Optional<Sector>> known = new HashMap<>();

    SectorCache(SectorReader reader, long sectors) {
        this.reader = reader;
        this.sectors = sectors;
    }

    long sectors() {
        return sectors;
    }

    /** A sector; empty where it can't be read or does not exist. */
    Optional<Sector> read(long lba) {
        if (lba < 0 || lba >= sectors) {
            return Optional.empty();
        }
        return known.computeIfAbsent(lba, at -> reader.read(at).map(Sector::new));
    }
}
