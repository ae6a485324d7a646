package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** The map as text. */
@Tag("unit")
final class MapfileTextTest {
    private static final List<SectorStatus> STATUSES = List.of(SectorStatus.values());
    private static final String HEAD = "# a comment\n0x10 ? 1\n";

    static RescueMap random(Random random) {
        var map = new RescueMap(1 + random.nextLong(1L << 36));
        for (int i = random.nextInt(30); i > 0; i--) {
            long start = random.nextLong(map.sizeBytes());
            var status = STATUSES.get(random.nextInt(STATUSES.size()));
            map.set(ByteRange.at(start, random.nextLong(1L << 34)), status);
        }
        return map;
    }

    /** The same with letters that ddrescue does not know. */
    private static RescueMap randomOfTheFamily(Random random) {
        var map = random(random);
        for (int i = random.nextInt(5); i > 0; i--) {
            long start = random.nextLong(map.sizeBytes());
            map.setLetter(
                    ByteRange.at(start, random.nextLong(1L << 34)),
                    "BbXr!".charAt(random.nextInt(5)));
        }
        return map;
    }

    @Test
    void comesBackAsItWas() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var map = randomOfTheFamily(random);
            long position = random.nextLong(map.sizeBytes());
            char phase = "?*/-FG+".charAt(random.nextInt(7));
            var text = MapfileText.format(map, position, phase, List.of("seed " + seed));
            var read = MapfileText.parse(text);
            assertThat(read.map().blocks()).as("seed %d", seed).isEqualTo(map.blocks());
            assertThat(read.map().sizeBytes()).as("seed %d", seed).isEqualTo(map.sizeBytes());
            assertThat(read.map().letters()).as("seed %d", seed).isEqualTo(nonEmpty(map));
            assertThat(read.currentPosition()).as("seed %d", seed).isEqualTo(position);
            assertThat(read.currentStatus()).as("seed %d", seed).isEqualTo(phase);
        }
    }

    private static Map<Character, RangeSet> nonEmpty(RescueMap map) {
        var letters = map.letters();
        letters.values().removeIf(RangeSet::isEmpty);
        return letters;
    }

    @Test
    void looksAsDdrescueWritesIt() {
        var map = new RescueMap(0x1234567800L);
        map.set(new ByteRange(0, 0x800), SectorStatus.FINISHED);
        assertThat(MapfileText.format(map, 0x800, '?', List.of("Disc identity abc")))
                .isEqualTo(
                        """
                        # Mapfile. Created by Spindle
                        # Disc identity abc
                        # current_pos  current_status  current_pass
                        0x00000800     ?               1
                        #      pos        size  status
                        0x00000000  0x00000800  +
                        0x00000800  0x1234567000  ?
                        """);
    }

    @Test
    void aCommentNeverBecomesALine() throws Exception {
        var text =
                MapfileText.format(
                        new RescueMap(100), 0, '?', List.of("a\n0x0 0x64 +\r\nb", "c\u0085d"));
        assertThat(MapfileText.parse(text).map().bytes(SectorStatus.NON_TRIED)).isEqualTo(100);
        assertThat(text).contains("# a 0x0 0x64 + b\n# c d\n");
    }

    @ParameterizedTest
    @CsvSource({"256, 0x100", "0400, 0x100", "0x100, 256", "0X100, 0400"})
    void takesDecimalOctalAndHexadecimal(String size, String next) throws Exception {
        var read = MapfileText.parse(HEAD + "0 " + size + " +\n" + next + " 16 -\n");
        assertThat(read.map().blocks())
                .containsExactly(
                        new MapBlock(new ByteRange(0, 256), SectorStatus.FINISHED),
                        new MapBlock(new ByteRange(256, 272), SectorStatus.BAD));
    }

    @Test
    void takesOldMapsWithoutAPassCarriageReturnsAndBlanks() throws Exception {
        var read = MapfileText.parse("\r\n#x\r\n0x20\t*\r\n\r\n  0   16  /  # why not\r\n16 4 *");
        assertThat(read.currentPosition()).isEqualTo(0x20);
        assertThat(read.currentStatus()).isEqualTo('*');
        assertThat(read.map().bytes(SectorStatus.NON_SCRAPED)).isEqualTo(16);
        assertThat(read.map().bytes(SectorStatus.NON_TRIMMED)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x0|line 2 of the map: a position and a status were expected",
                "0x0 ? 1 1|line 2 of the map: a position and a status were expected",
                "zero ? 1|line 2 of the map: 'zero' is no number",
                "-1 ? 1|line 2 of the map: '-1' is negative",
                "0x0 ?? 1|line 2 of the map: '??' is no current status",
                "0x0 5 1|line 2 of the map: '5' is no current status",
                "0x0 é 1|line 2 of the map: 'é' is no current status"
            })
    void tellsAMistakeOfTheStatusLine(String line, String message) {
        assertThatThrownBy(() -> MapfileText.parse("# c\n" + line + "\n0 100 +\n"))
                .isInstanceOf(MapfileText.MapfileException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 50|line 4 of the map: a position, a size and a status were expected",
                "100 50 + 1|line 4 of the map: a position, a size and a status were expected",
                "100 50 +-|line 4 of the map: a position, a size and a status were expected",
                "100 50 7|line 4 of the map: '7' is no block status",
                "100 50 é|line 4 of the map: 'é' is no block status",
                "100 5o +|line 4 of the map: '5o' is no number",
                "100 0x1FFFFFFFFFFFFFFFF +|line 4 of the map: '0x1FFFFFFFFFFFFFFFF' is no number",
                "100 09 +|line 4 of the map: '09' is no number",
                "100 -5 +|line 4 of the map: '-5' is negative",
                "100 0 +|line 4 of the map: the blocks do not follow each other",
                "99 50 +|line 4 of the map: the blocks do not follow each other",
                "101 50 +|line 4 of the map: the blocks do not follow each other",
                "100 0x7FFFFFFFFFFFFFFF +|line 4 of the map: the block is too long"
            })
    void tellsAMistakeOfABlock(String line, String message) {
        assertThatThrownBy(() -> MapfileText.parse(HEAD + "0 100 +\n" + line + "\n"))
                .isInstanceOf(MapfileText.MapfileException.class)
                .hasMessage(message);
    }

    /** As ddrescuelog leaves them, and ddrescue of an input whose size it can't know. */
    @Test
    void whatLiesBeforeTheFirstBlockWasNotTried() throws Exception {
        var map = MapfileText.parse(HEAD + "2048 2048 +\n4096 1 -\n").map();
        assertThat(map.blocks())
                .containsExactly(
                        new MapBlock(new ByteRange(0, 2048), SectorStatus.NON_TRIED),
                        new MapBlock(new ByteRange(2048, 4096), SectorStatus.FINISHED),
                        new MapBlock(new ByteRange(4096, 4097), SectorStatus.BAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "B", "!", "b"})
    void anotherProgramsCurrentStatusCountsAsCopying(String status) throws Exception {
        var read = MapfileText.parse("0x10 " + status + " 1\n0 100 +\n");
        assertThat(read.currentStatus()).isEqualTo('?');
        assertThat(read.currentPosition()).isEqualTo(0x10);
    }

    @Test
    void anotherProgramsLetterIsNotTriedAndComesBack() throws Exception {
        var map = MapfileText.parse(HEAD + "0 100 +\n100 50 B\n150 50 ?\n200 50 x\n").map();
        assertThat(map.with(SectorStatus.NON_TRIED))
                .isEqualTo(RangeSet.of(new ByteRange(100, 250)));
        assertThat(lines(map))
                .containsExactly(
                        "0x00000000  0x00000064  +",
                        "0x00000064  0x00000032  B",
                        "0x00000096  0x00000032  ?",
                        "0x000000C8  0x00000032  x");
    }

    /** What Spindle has found out of it takes the letter's place, for good. */
    @Test
    void aLetterStaysOnlyWhereNothingElseIsKnown() throws Exception {
        var map = MapfileText.parse(HEAD + "0 100 B\n").map();
        map.set(new ByteRange(10, 20), SectorStatus.FINISHED);
        map.setUnfinished(new ByteRange(15, 30), SectorStatus.BAD);
        map.setUnfinished(new ByteRange(30, 40), SectorStatus.NON_TRIMMED);
        map.takeBack(RangeSet.of(new ByteRange(12, 14)));
        map.set(new ByteRange(50, 100), SectorStatus.NON_TRIED);
        assertThat(lines(map.copy().extendedTo(110).claimingOnly(new RangeSet())))
                .containsExactly(
                        "0x00000000  0x0000000A  B",
                        "0x0000000A  0x0000000A  ?",
                        "0x00000014  0x0000000A  -",
                        "0x0000001E  0x0000000A  *",
                        "0x00000028  0x0000003C  B",
                        "0x00000064  0x0000000A  ?");
        assertThat(lines(map)).as("copies are their own").contains("0x0000000C  0x00000002  ?");
    }

    private static List<String> lines(RescueMap map) {
        return MapfileText.format(map, 0, '?', List.of())
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment", "0 ? 1", "0 ? 1\n# and no block"})
    void tellsThatItEndsTooSoon(String text) {
        assertThatThrownBy(() -> MapfileText.parse(text))
                .isInstanceOf(MapfileText.MapfileException.class)
                .hasMessageEndingWith("it ends before its first block");
    }
}
