package dev.spindle.disc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.sector.DiscException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** From a sector to its files, against a search through all of them. */
@Tag("unit")
class LbaIndexTest {
    private static DiscFile file(String name, List<Extent> extents) {
        long bytes = extents.stream().mapToLong(Extent::lengthBytes).sum();
        return new DiscFile(name, Optional.empty(), bytes, extents);
    }

    private static LbaIndex index(List<DiscFile> files) throws DiscException {
        var builder = new TreeBuilder();
        for (DiscFile file : files) {
            builder.root().add(file);
        }
        return LbaIndex.of(builder.build());
    }

    private static List<String> names(LbaIndex index, long lba) {
        return index.at(lba).stream().map(LbaIndex.Place::path).toList();
    }

    private static boolean holds(DiscFile file, long lba) {
        return file.extents().stream()
                .filter(Extent::isRecorded)
                .anyMatch(e -> e.firstLba() <= lba && lba < e.endLba());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatASearchFinds(long seed) throws DiscException {
        var random = new SplittableRandom(seed);
        var files = new ArrayList<DiscFile>();
        for (int i = 0; i < 60; i++) {
            var extents = new ArrayList<Extent>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                // Long ones in front of short ones are what a search backwards could miss.
                long bytes = random.nextInt(8) == 0 ? 900_000 : 1 + random.nextInt(9000);
                long at = random.nextInt(10) == 0 ? -1 : random.nextLong(2_000_000);
                extents.add(new Extent(at, bytes));
            }
            files.add(file("f" + i, extents));
        }
        var index = index(files);
        for (long lba = 0; lba < 1500; lba++) {
            long sector = lba;
            var wanted = files.stream().filter(f -> holds(f, sector)).map(DiscFile::name).toList();
            if (wanted.size() <= 16) {
                assertThat(names(index, lba))
                        .as("seed %d, sector %d", seed, lba)
                        .containsExactlyInAnyOrderElementsOf(wanted);
            }
        }
    }

    @Test
    void oneFileWithTwoPiecesInASectorIsToldOnce() throws DiscException {
        var extents = List.of(new Extent(2048, 10), new Extent(2100, 10));
        assertThat(names(index(List.of(file("a", extents))), 1)).containsExactly("a");
    }

    @Test
    void moreThanSixteenAnswersTellNobodyAnything() throws DiscException {
        var files = new ArrayList<DiscFile>();
        for (int i = 0; i < 100; i++) {
            files.add(file("f" + i, List.of(Extent.atSector(5, 1))));
        }
        assertThat(index(files).at(5)).hasSize(16);
        assertThat(index(files).at(4)).isEmpty();
    }

    @Test
    void theLastByteBelongsAndTheNextDoesNot() throws DiscException {
        var index = index(List.of(file("a", List.of(new Extent(2047, 1), new Extent(4096, 2048)))));
        assertThat(names(index, 0)).containsExactly("a");
        assertThat(names(index, 1)).isEmpty();
        assertThat(names(index, 2)).containsExactly("a");
        assertThat(names(index, 3)).isEmpty();
        assertThat(names(index, -1)).isEmpty();
    }

    @Test
    void anEmptyDiscHasNoAnswers() throws DiscException {
        assertThat(index(List.of()).at(0)).isEmpty();
    }
}
