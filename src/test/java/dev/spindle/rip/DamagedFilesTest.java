package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscTrees;
import dev.spindle.disc.Fixture;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.Extent;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that holes are in. */
@Tag("unit")
final class DamagedFilesTest {
    private static final int SECTOR = 2048;

    private static DiscTree tree(Extent... extents) throws Exception {
        var builder = new TreeBuilder();
        int number = 0;
        for (var extent : extents) {
            String name = "f" + number++;
            builder.root()
                    .add(
                            new DiscFile(
                                    name, Optional.empty(), extent.lengthBytes(), List.of(extent)));
        }
        return builder.build();
    }

    private static RangeSet sectors(long first, long end) {
        return RangeSet.of(new ByteRange(first * SECTOR, end * SECTOR));
    }

    @Test
    void countsTheMissingSectorsOfEachFile() throws Exception {
        var tree = tree(Extent.atSector(10, 5000), Extent.atSector(13, 1), Extent.atSector(20, 9));
        assertThat(DamagedFiles.of(tree, sectors(11, 14)))
                .containsExactly(Map.entry("f0", 2L), Map.entry("f1", 1L));
        assertThat(DamagedFiles.of(tree, sectors(14, 20))).isEmpty();
    }

    @Test
    void smallFilesOfOneSectorAreEachHitByTheirOwnBytes() throws Exception {
        var tree = tree(new Extent(100, 50), new Extent(1000, 50));
        var hole = RangeSet.of(new ByteRange(0, 512));
        assertThat(DamagedFiles.of(tree, hole)).containsExactly(Map.entry("f0", 1L));
    }

    @Test
    void saysItInASentence() {
        assertThat(DamagedFiles.sentence(Map.of())).isEmpty();
        var files = new LinkedHashMap<String, Long>();
        files.put("A.VOB", 12L);
        files.put("B/C.IFO", 1L);
        assertThat(DamagedFiles.sentence(files))
                .isEqualTo(" Damaged: A.VOB (12 sectors), B/C.IFO (1 sector).");
        files.put("D", 2L);
        files.put("E", 3L);
        assertThat(DamagedFiles.sentence(files)).endsWith("D (2 sectors) and 1 more file.");
        files.put("F", 3L);
        assertThat(DamagedFiles.sentence(files)).endsWith("and 2 more files.");
    }

    @Test
    void aRipTellsThemInSentenceAndRecord() throws Exception {
        var fixture = Fixture.load("udf260-aacs");
        var wanted = firstFile(DiscTrees.read(fixture, fixture.bytes().length));
        var _ =
                Bench.with(bench -> {
                    bench.image = fixture.bytes();
                    bench.name = Optional.of("FILM");
                    long lba = wanted.getValue().extents().getFirst().firstLba();
                    bench.script = "speed 20M\nbad " + lba + " 1";
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(verdict.rescue().badSectorsByFile())
                            .containsEntry(wanted.getKey(), 1L);
                    assertThat(verdict.text()).contains(" Damaged: " + wanted.getKey());
                    assertThat(verdict.rescue().means()).containsKeys("sweep", "retry");
                    assertThat(bench.files("FILM").record().verdict().orElseThrow().rescue())
                            .contains(verdict.rescue());
                });
    }

    /** One that lies in sectors of its own. */
    private static Map.Entry<String, DiscFile> firstFile(DiscTree tree) {
        var found = new LinkedHashMap<String, DiscFile>();
        tree.forEach((path, entry) -> {
            if (entry instanceof DiscFile file
                    && !file.extents().isEmpty()
                    && file.extents().getFirst().offsetBytes() % SECTOR == 0) {
                found.putIfAbsent(path, file);
            }
        });
        return found.entrySet().iterator().next();
    }
}
