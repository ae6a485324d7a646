package dev.spindle.drive.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Another program's opinion of the demo disc. */
@Tag("unit")
class DemoDiscByXorrisoTest {
    private static final Path XORRISO = Path.of("/usr/bin/xorriso");

    @TempDir private Path folder;

    @Test
    void xorrisoListsAndExtractsItsFiles() throws Exception {
        assumeTrue(Files.isExecutable(XORRISO), "xorriso is not installed");
        var disc = new DemoDisc();
        Path image = folder.resolve("demo.iso");
        write(disc, image);
        assertThat(xorriso("-indev", image, "-find", "/", "-type", "f"))
                .contains("'/README.TXT'", "'/PICTURES/NOISE09.RAW'", "'/SOUNDS/HISS03.RAW'");
        assertThat(xorriso("-indev", image, "-pvd_info")).contains("Volume Id    : SPINDLE_DEMO");
        Path noise = folder.resolve("noise");
        xorriso("-osirrox", "on", "-indev", image, "-extract", "/PICTURES/NOISE03.RAW", noise);
        byte[] expected = new byte[4_003_003];
        IsoContent.noise("NOISE03.RAW;1".hashCode()).fill(0, ByteBuffer.wrap(expected));
        assertThat(sha256(Files.readAllBytes(noise))).isEqualTo(sha256(expected));
    }

    private static void write(DemoDisc disc, Path image) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var out =
                FileChannel.open(image, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = 0; at < disc.lengthBytes(); at += buffer.capacity()) {
                buffer.clear().limit(disc.read(at, buffer));
                var _ = out.write(buffer, at);
            }
        }
    }

    private static String xorriso(Object... arguments) throws Exception {
        var command = new ArrayList<>(List.of(XORRISO.toString(), "-no_rc"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
