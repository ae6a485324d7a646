package dev.spindle.disc.iso;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What Rock Ridge tells of a record (RRIP 1.12).
 *
 * @param name of the NM entries (4.1.4)
 * @param mode POSIX file mode, of PX (4.1.1)
 * @param target of the SL entries (4.1.3)
 * @param modified of TF (4.1.6)
 * @param child of CL (4.1.5.1): the block of the folder that lies elsewhere, but belongs here
 * @param isRelocated by RE (4.1.5.3): it stands here, but belongs elsewhere
 * @param sparseBytes of SF (4.1.7): its length, of which not all is recorded
 * @param inflatedBytes of ZF (zisofs): its length once it is unpacked
 */
record RockRidge(
        Optional<String> name,
        OptionalInt mode,
        Optional<String> target,
        Optional<Instant> modified,
        OptionalLong child,
        boolean isRelocated,
        OptionalLong sparseBytes,
        OptionalLong inflatedBytes) {
    /** Of discs without it. */
    static final RockRidge NONE = of(List.of());

    static RockRidge of(List<SystemUseEntry> entries) {
        var reader = new RockRidgeReader();
        entries.forEach(reader::take);
        return reader.result();
    }
}
