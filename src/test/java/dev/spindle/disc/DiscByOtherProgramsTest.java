package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spindle.disc.DiscFacts.Kind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Images made by mastering programs, where they are installed. */
@Tag("unit")
class DiscByOtherProgramsTest {
    @TempDir private Path folder;

    private Path image = Path.of("");

    @BeforeEach
    void somethingToMaster() throws IOException {
        image = folder.resolve("image.iso");
        Files.createDirectory(folder.resolve("content"));
        Files.write(folder.resolve("content/file.dat"), new byte[1_000_000]);
    }

    @Test
    void xorrisoMakesIso9660() throws Exception {
        make("/usr/bin/xorriso", "-as", "mkisofs", "-V", "FROM_XORRISO");
        var facts = inspect();
        assertThat(facts.kind()).isEqualTo(Kind.ISO_9660);
        assertThat(facts.label()).hasValue("FROM_XORRISO");
        assertThat(facts.sizes().isoBytes()).isPresent();
        assertThat(facts.sizes().isTruncated()).isFalse();
    }

    @Test
    void xorrisoMakesJoliet() throws Exception {
        make("/usr/bin/xorriso", "-as", "mkisofs", "-J", "-V", "Mixed case");
        assertThat(inspect().label()).hasValue("Mixed case");
    }

    @Test
    void genisoimageMakesBridgeDiscs() throws Exception {
        make("/usr/bin/genisoimage", "-quiet", "-udf", "-V", "FROM_GENISOIMAGE");
        var facts = inspect();
        assertThat(facts.kind()).isEqualTo(Kind.ISO_AND_UDF);
        assertThat(facts.label()).hasValue("FROM_GENISOIMAGE");
        assertThat(facts.sizes().udfBytes()).isPresent();
        assertThat(facts.sizes().isTruncated()).as("%s", facts.sizes()).isFalse();
        byte[] whole = Files.readAllBytes(image);
        Files.write(image, Arrays.copyOf(whole, whole.length / 2));
        assertThat(inspect().sizes().isTruncated()).isTrue();
        assertThat(inspect().identity()).isNotEqualTo(facts.identity());
    }

    private void make(String program, String... options) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", image.toString(), folder.resolve("content").toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private DiscFacts inspect() throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        return DiscInspector.inspect(
                lba -> {
                    int start = Math.toIntExact(lba * 2048);
                    return start >= bytes.length
                            ? Optional.empty()
                            : Optional.of(Arrays.copyOfRange(bytes, start, start + 2048));
                },
                bytes.length);
    }
}
