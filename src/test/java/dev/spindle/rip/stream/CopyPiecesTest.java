package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Random;

/** What is taken from another copy, and in which pieces. */
@Tag("unit")
final class CopyPiecesTest {
    private static final int SECTOR = 2048;
    private static final int READ = 16 * SECTOR;

    @Test
    void piecesAreWholeSectorsAndEndAtMultiplesOfTheLargestRead() {
        var missing = RangeSet.of(new ByteRange(SECTOR + 1, 40 * SECTOR));
        var there = RangeSet.of(new ByteRange(0, 17 * SECTOR + 5));
        var pieces = new CopyPieces(missing, there, SECTOR, READ, 100 * SECTOR);
        assertThat(pieces.next()).contains(new ByteRange(2 * SECTOR, 16 * SECTOR));
        assertThat(pieces.next()).contains(new ByteRange(16 * SECTOR, 17 * SECTOR));
        assertThat(pieces.next()).isEmpty();
    }

    @Test
    void aDiscThatEndsInAPartOfASectorIsTakenToItsEnd() {
        long length = 3 * SECTOR + 100;
        var all = RangeSet.of(new ByteRange(0, length));
        var pieces = new CopyPieces(all, all, SECTOR, READ, length);
        assertThat(pieces.next()).contains(new ByteRange(0, length));
        assertThat(pieces.next()).isEmpty();
    }

    /** Against the plain meaning: each sector that is wholly in both is taken once, no other. */
    @Test
    void randomSetsGiveEachWholeSectorOnce() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            long length = 1L + random.nextInt(200 * SECTOR);
            var missing = random(random, length);
            var there = random(random, length);
            var taken = new RangeSet();
            var pieces = new CopyPieces(missing, there, SECTOR, READ, length);
            for (var next = pieces.next(); next.isPresent(); next = pieces.next()) {
                ByteRange piece = next.get();
                assertThat(taken.intersection(piece).isEmpty()).as("seed %d", seed).isTrue();
                assertThat(piece.startBytes() / READ)
                        .as("seed %d", seed)
                        .isEqualTo((piece.endBytes() - 1) / READ);
                taken.add(piece);
            }
            var both = missing.intersection(there);
            for (long at = 0; at < length; at += SECTOR) {
                var sector = new ByteRange(at, Math.min(length, at + SECTOR));
                assertThat(taken.containsAll(sector))
                        .as("seed %d, at %d", seed, at)
                        .isEqualTo(both.containsAll(sector));
                assertThat(taken.intersection(sector).isEmpty())
                        .as("seed %d, at %d", seed, at)
                        .isEqualTo(!both.containsAll(sector));
            }
        }
    }

    private static RangeSet random(Random random, long length) {
        var set = new RangeSet();
        for (int i = random.nextInt(8); i > 0; i--) {
            long start = random.nextLong(length);
            set.add(new ByteRange(start, start + 1 + random.nextLong(length - start)));
        }
        return set;
    }
}
