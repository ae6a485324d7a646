package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

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

    @TempDir private Path folder;

    private Path run(Object... arguments) throws Exception {
        if (!Files.isExecutable(TOOL)) {
            System.out.println("skipped: " + TOOL + " is not installed (package gddrescue)");
        }
        Assumptions.assumeTrue(Files.isExecutable(TOOL), "ddrescuelog is not installed");
        Path output = folder.resolve("output");
        var command = new ArrayList<>(List.of(TOOL.toString()));
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
