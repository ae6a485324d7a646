package dev.spindle.rip.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Candidates for names, and the sectors that are compared. */
@Tag("unit")
final class NamesAndSpotsTest {
    private static final int SECTOR = 2048;

    @Test
    void namesAreNumberedFromTheSecondOn() {
        assertThat(NameCandidates.name("FILM", 1)).isEqualTo("FILM");
        assertThat(NameCandidates.name("FILM", 2)).isEqualTo("FILM-2");
        assertThat(NameCandidates.name("FILM", 9999)).isEqualTo("FILM-9999");
    }

    @Test
    void namesFitWithTheLongestEnding() {
        for (String letter : new String[] {"x", "ü", "€", "😀"}) {
            String name = NameCandidates.name(letter.repeat(300), 12);
            int bytes = (name + ".rip.json.tmp").getBytes(StandardCharsets.UTF_8).length;
            assertThat(bytes).isBetween(252, 255);
            assertThat(name).startsWith(letter).endsWith(letter + "-12");
        }
    }

    @Test
    void sixteenSectorsAreSpreadOverWhatIsFinished() {
        var finished =
                RangeSet.of(
                        new ByteRange(0, 100 * SECTOR),
                        new ByteRange(500 * SECTOR + 1, 800 * SECTOR));
        var lbas = SpotCheck.choose(finished, SECTOR);
        assertThat(lbas).hasSize(16).doesNotHaveDuplicates().isSorted();
        assertThat(lbas.getFirst()).isZero();
        assertThat(lbas.getLast()).isGreaterThan(750);
        assertThat(lbas).allMatch(lba -> finished.containsAll(ByteRange.at(lba * SECTOR, SECTOR)));
    }

    @Test
    void aFewSectorsAreComparedOnceEach() {
        assertThat(SpotCheck.choose(new RangeSet(), SECTOR)).isEmpty();
        assertThat(SpotCheck.choose(RangeSet.of(new ByteRange(0, 3 * SECTOR)), SECTOR))
                .containsExactly(0L, 1L, 2L);
        assertThat(SpotCheck.choose(RangeSet.of(new ByteRange(100, SECTOR)), SECTOR)).isEmpty();
    }
}
