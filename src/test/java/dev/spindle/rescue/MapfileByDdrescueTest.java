package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The other program's opinion of our maps, and our reading of its. */
@Tag("unit")
final class MapfileByDdrescueTest {
    private static final Path TOOL = Path.of("/usr/bin/ddrescuelog");
    private static final Path READER = Path.of("/usr/bin/ddrescue");

    @TempDir private Path folder;

    private Path run(Object... arguments) throws Exception {
        return run(TOOL, arguments);
    }

    private Path run(Path tool, Object... arguments) throws Exception {
        if (!Files.isExecutable(tool)) {
            System.out.println("skipped: " + tool + " is not installed (package gddrescue)");
        }
        Assumptions.assumeTrue(Files.isExecutable(tool), tool + " is not installed");
        Path output = folder.resolve("output");
        var command = new ArrayList<>(List.of(tool.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        return output;
    }

    private Path write(RescueMap map) throws Exception {
        String text = MapfileText.format(map, 0, 'F', List.of("Disc identity \u00fc"));
        return Files.write(folder.resolve("map"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsOurs() throws Exception {
        for (long seed = 0; seed < 5; seed++) {
            Path map = write(MapfileTextTest.random(new Random(seed)));
            assertThat(run("-t", map)).content().contains("mapfile extent");
        }
    }

    /** It was to read a part of the disc only; it goes on with what we make of that. */
    @Test
    void readsAPartWhoseMapWeGoOnWith() throws Exception {
        Path disc = Files.write(folder.resolve("disc"), new byte[1 << 20]);
        Path map = folder.resolve("part.map");
        Path image = folder.resolve("image");
        run(READER, "-q", "-i", "256Ki", "-s", "512Ki", disc, image, map);
        var read = MapfileText.parse(Files.readString(map)).map();
        assertThat(read.sizeBytes()).isEqualTo(1 << 20);
        assertThat(read.with(SectorStatus.FINISHED))
                .isEqualTo(RangeSet.of(new ByteRange(256 << 10, 768 << 10)));
        read.set(new ByteRange(0, 256 << 10), SectorStatus.FINISHED);
        Files.writeString(map, MapfileText.format(read, 0, '?', List.of()));
        run(READER, "-q", disc, image, map);
        assertThat(MapfileText.parse(Files.readString(map)).map().bytes(SectorStatus.FINISHED))
                .isEqualTo(1 << 20);
    }

    /** Its log tool keeps maps of a part as they are: from somewhere to somewhere. */
    @Test
    void writesMapsOfAPartThatWeRead() throws Exception {
        Path part = folder.resolve("part");
        Files.writeString(part, "0x0 ? 1\n0x40000 0x1000 +\n0x41000 0x800 -\n");
        Path inverted = Files.copy(run("-n", part), folder.resolve("inverted"));
        assertThat(inverted).content().doesNotContain("0x00000000  0x00040000");
        var map = MapfileText.parse(Files.readString(inverted)).map().extendedTo(1 << 20);
        assertThat(map.blocks())
                .containsExactly(
                        new MapBlock(new ByteRange(0, 0x40000), SectorStatus.NON_TRIED),
                        new MapBlock(new ByteRange(0x40000, 0x41000), SectorStatus.BAD),
                        new MapBlock(new ByteRange(0x41000, 0x41800), SectorStatus.FINISHED),
                        new MapBlock(new ByteRange(0x41800, 1 << 20), SectorStatus.NON_TRIED));
        assertThat(run("-t", write(map))).content().contains("mapfile extent");
    }

    @Test
    void writesMapsThatWeReadAlike() throws Exception {
        for (long seed = 0; seed < 5; seed++) {
            var map = MapfileTextTest.random(new Random(seed));
            // Inverting makes it write a map of its own: the finished are bad then.
            Path once = Files.copy(run("-n", write(map)), folder.resolve("once" + seed));
            var read = MapfileText.parse(Files.readString(once)).map();
            assertThat(read.sizeBytes()).as("seed %d", seed).isEqualTo(map.sizeBytes());
            assertThat(read.with(SectorStatus.BAD))
                    .as("seed %d", seed)
                    .isEqualTo(map.with(SectorStatus.FINISHED));
        }
    }
}
