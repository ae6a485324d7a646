package dev.spindle.ui;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rescue.DiscMapper;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;

/** Pictures of discs, sound and scratched. */
final class ExampleMaps {
    private static final long MIB = 1 << 20;

    private ExampleMaps() {}

    static DiscMap map(long sizeBytes, double share, boolean isHurt) {
        var map = new RescueMap(sizeBytes);
        var mapper = new DiscMapper(sizeBytes);
        long read = (long) (sizeBytes * share);
        map.set(new ByteRange(0, read), SectorStatus.FINISHED);
        if (isHurt) {
            hurt(map, mapper);
        }
        return share > 0 ? mapper.draw(map, Math.max(0, read - 2048)) : DiscMap.none();
    }

    private static void hurt(RescueMap map, DiscMapper mapper) {
        map.set(ByteRange.at(530 * MIB, 98_304), SectorStatus.BAD);
        map.set(ByteRange.at(1400 * MIB, 40 * MIB), SectorStatus.NON_TRIMMED);
        map.set(ByteRange.at(1450 * MIB, 2 * MIB), SectorStatus.NON_SCRAPED);
        mapper.good(ByteRange.at(860 * MIB, 20 * MIB), ReadCommand.Pass.TRIM);
        mapper.good(ByteRange.at(900 * MIB, 30 * MIB), ReadCommand.Pass.SCRAPE);
        mapper.good(ByteRange.at(960 * MIB, 10 * MIB), ReadCommand.Pass.RETRY);
    }
}
