package dev.spindle.ui.discmap;

import dev.spindle.disc.tree.LbaIndex;
import dev.spindle.rescue.DiscMap;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** What is told of a cell of the map. Pure. */
final class CellText {
    private static final String BETWEEN = "  ·  ";

    /** Files are looked up at so many sectors of a cell: one cell holds thousands. */
    private static final int PROBES = 16;

    private CellText() {}

    /** Sectors, state and files of a cell. */
    static String of(DiscMap map, int cell, Optional<LbaIndex> files) {
        long first = map.startBytes(cell) / map.sectorBytes();
        long last = (map.endBytes(cell) - 1) / map.sectorBytes();
        var parts = new ArrayList<String>();
        parts.add(Texts.format("map.sectors.text", grouped(first), grouped(last)));
        parts.add(state(map.cells().get(cell)));
        if (map.headCell() == cell) {
            parts.add(Texts.get("map.head.text"));
        }
        files.map(index -> names(index, first, last))
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> parts.add(fileText(found)));
        return String.join(BETWEEN, parts);
    }

    private static String state(DiscMap.Cell cell) {
        String name = Texts.of("map-state", cell.state(), "meaning");
        return cell.badBytes() == 0
                ? name
                : Texts.format("map.bad.text", name, Numbers.size(cell.badBytes()));
    }

    private static List<String> names(LbaIndex index, long first, long last) {
        long count = Math.min(PROBES, last - first + 1);
        return LongStream.range(0, count)
                .map(i -> first + (count == 1 ? 0 : i * (last - first) / (count - 1)))
                .boxed()
                .flatMap(lba -> index.at(lba).stream())
                .map(LbaIndex.Place::path)
                .distinct()
                .toList();
    }

    private static String fileText(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : Texts.format(
                        "map.files.text", names.getFirst(), Integer.toString(names.size() - 1));
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00A0');
    }
}
