package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscInspector;
import dev.spindle.disc.sector.SectorView;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.drive.Drive;

/** Looks at the disc in a drive. For the reader. */
final class Discs {
    private Discs() {}

    /**
     * What it is, by its structures and by what the drive tells; the drive must be ready.
     *
     * @param sectors of this drive; they remember whether the drive failed
     */
    static DiscFacts inspect(Drive drive, DriveSectors sectors) {
        return DiscInspector.inspect(sectors, lengthBytes(drive), MediumFacts.of(drive.medium()));
    }

    /** The length as structures count it: raw sectors hold 2048 bytes of theirs each. */
    static long lengthBytes(Drive drive) {
        return new SectorView(drive.sectorBytes()).lengthBytes(drive.lengthBytes());
    }
}
