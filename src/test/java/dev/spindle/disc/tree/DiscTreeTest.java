package dev.spindle.disc.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.sector.DiscException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trees, what they may cost, and the way back from a sector. */
@Tag("unit")
class DiscTreeTest {
    private final TreeBuilder builder = new TreeBuilder();

    private static DiscFile file(String name, long lba, long bytes) {
        return new DiscFile(name, Optional.empty(), bytes, List.of(Extent.atSector(lba, bytes)));
    }

    private static List<String> paths(DiscTree tree) {
        var paths = new ArrayList<String>();
        tree.forEach((path, _) -> paths.add(path));
        return paths;
    }

    @Test
    void visitsFoldersBeforeWhatIsInThem() throws DiscException {
        builder.root().add(file("a", 30, 5));
        var folder = builder.root().folder("b", Optional.of(Instant.EPOCH));
        builder.root().add(new DiscLink("d", Optional.empty(), "a"));
        folder.add(file("c", 31, 7));
        var tree = builder.build();
        assertThat(paths(tree)).containsExactly("a", "b", "b/c", "d");
        assertThat(tree.totals()).isEqualTo(new DiscTree.Totals(2, 1, 1, 12));
        assertThat(tree.root().entry("B")).get().isInstanceOf(DiscFolder.class);
        assertThat(tree.root().entry("c")).isEmpty();
    }

    @Test
    void findsTheFilesOfASector() throws DiscException {
        builder.root().add(file("long", 10, 100 * 2048));
        builder.root().add(file("short", 20, 1));
        builder.root().add(file("link", 20, 1));
        builder.root().add(new DiscFile("empty", Optional.empty(), 0, List.of()));
        var extents = List.of(Extent.atSector(200, 2048), new Extent(300 * 2048 + 7, 2048));
        builder.root().add(new DiscFile("parts", Optional.empty(), 4096, extents));
        var index = LbaIndex.of(builder.build());
        assertThat(names(index, 9)).isEmpty();
        assertThat(names(index, 10)).containsExactly("long");
        assertThat(names(index, 20)).containsExactly("long", "short", "link");
        assertThat(names(index, 109)).containsExactly("long");
        assertThat(names(index, 110)).isEmpty();
        assertThat(names(index, 200)).containsExactly("parts");
        assertThat(names(index, 300)).containsExactly("parts");
        assertThat(names(index, 301)).containsExactly("parts");
        assertThat(names(index, 302)).isEmpty();
    }

    private static List<String> names(LbaIndex index, long lba) {
        return index.at(lba).stream().map(LbaIndex.Place::path).toList();
    }

    @Test
    void holesLieNowhere() throws DiscException {
        var extents = List.of(new Extent(Extent.UNRECORDED, 2048), Extent.atSector(5, 1));
        builder.root().add(new DiscFile("sparse", Optional.empty(), 2049, extents));
        var index = LbaIndex.of(builder.build());
        assertThat(names(index, 0)).isEmpty();
        assertThat(names(index, 5)).containsExactly("sparse");
        assertThatThrownBy(() -> new Extent(-2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extent(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extent(Long.MAX_VALUE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHundredThousandLongNamesFit() throws DiscException {
        for (int i = 0; i < 100_000; i++) {
            builder.root().add(file("a rather long name of a photograph, number " + i, i, 1));
        }
        assertThat(builder.build().totals().files()).isEqualTo(100_000);
    }

    @Test
    void refusesMoreThanItCanHold() {
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 1_000_000; i++) {
                                builder.root().add(file("x", i, 1));
                            }
                        })
                .isInstanceOf(DiscException.class)
                .hasMessage("it has more files and folders than Spindle lists");
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThatThrownBy(
                        () -> {
                            var folder = builder.root();
                            while (true) {
                                folder = folder.folder("d", Optional.empty());
                            }
                        })
                .hasMessageContaining("more than 1024 deep");
        assertThat(paths(builder.build())).hasSize(1024);
        var other = new TreeBuilder();
        assertThatThrownBy(
                        () -> {
                            var folder = other.root();
                            while (true) {
                                folder = folder.folder("d".repeat(250), Optional.empty());
                            }
                        })
                .hasMessageContaining("16384 characters of path");
    }

    @Test
    void problemsAreToldOnceAndNotForEver() {
        for (int i = 0; i < 1000; i++) {
            builder.problem("problem " + i / 2);
        }
        assertThat(builder.build().problems()).hasSize(100).doesNotHaveDuplicates();
    }
}
