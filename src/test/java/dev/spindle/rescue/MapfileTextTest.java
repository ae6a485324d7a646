package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
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

    @Test
    void comesBackAsItWas() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var map = random(random);
            long position = random.nextLong(map.sizeBytes());
            char phase = "?*/-FG+".charAt(random.nextInt(7));
            var text = MapfileText.format(map, position, phase, List.of("seed " + seed));
            var read = MapfileText.parse(text);
            assertThat(read.map().blocks()).as("seed %d", seed).isEqualTo(map.blocks());
            assertThat(read.map().sizeBytes()).as("seed %d", seed).isEqualTo(map.sizeBytes());
            assertThat(read.currentPosition()).as("seed %d", seed).isEqualTo(position);
            assertThat(read.currentStatus()).as("seed %d", seed).isEqualTo(phase);
        }
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
                "0x0 X 1|line 2 of the map: 'X' is no current status"
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
                "100 50 x|line 4 of the map: 'x' is no block status",
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

    @Test
    void mustStartAtZero() {
        assertThatThrownBy(() -> MapfileText.parse(HEAD + "2048 2048 +\n"))
                .hasMessage("line 3 of the map: the blocks do not follow each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment", "0 ? 1", "0 ? 1\n# and no block"})
    void tellsThatItEndsTooSoon(String text) {
        assertThatThrownBy(() -> MapfileText.parse(text))
                .isInstanceOf(MapfileText.MapfileException.class)
                .hasMessageEndingWith("it ends before its first block");
    }
}
