package dev.spindle.disc.sector;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.Arrays;
import java.util.Optional;

/**
 * How structures, which know sectors of 2048 bytes alone, see a medium or file whose sectors are of
 * another size. Pure.
 *
 * @param sectorBytes of the medium: 2048, or 2352 for raw ones
 */
public record SectorView(int sectorBytes) {
    /** What the medium's length looks like: exact for 2048 bytes a sector, whole sectors else. */
    public long lengthBytes(long mediumBytes) {
        return isRaw() ? Math.ceilDiv(mediumBytes, sectorBytes) * Sector.BYTES : mediumBytes;
    }

    /** The user data of sectors in a row; empty where one of them has none. */
    public Optional<byte[]> userData(byte[] sectors) {
        if (!isRaw()) {
            return Optional.of(sectors);
        }
        int count = sectors.length / sectorBytes;
        var data = new byte[count * Sector.BYTES];
        for (int i = 0; i < count; i++) {
            var raw = Arrays.copyOfRange(sectors, i * sectorBytes, (i + 1) * sectorBytes);
            var user = RawSector.userData(raw);
            if (user.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(user.get(), 0, data, i * Sector.BYTES, Sector.BYTES);
        }
        return Optional.of(data);
    }

    /** The sectors that these ranges of the medium touch, where the structures see them. */
    public RangeSet seen(RangeSet ofMedium) {
        if (!isRaw()) {
            return ofMedium;
        }
        var seen = new RangeSet();
        for (ByteRange range : ofMedium.ranges()) {
            seen.add(
                    new ByteRange(
                            range.startBytes() / sectorBytes * Sector.BYTES,
                            Math.ceilDiv(range.endBytes(), sectorBytes) * Sector.BYTES));
        }
        return seen;
    }

    private boolean isRaw() {
        return sectorBytes != Sector.BYTES;
    }
}
