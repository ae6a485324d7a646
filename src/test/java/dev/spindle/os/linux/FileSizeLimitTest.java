package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own under {@code ulimit -f}: the limit is told, and survived when met. */
@Tag("unit")
class FileSizeLimitTest {
    /** 2048 blocks of 512 bytes, the unit of POSIX sh. */
    private static final String SCRIPT = "ulimit -f 2048 && exec \"$@\"";

    @Test
    void theLimitIsKnownAndAWriteBeyondItIsEfbig(@TempDir Path folder) throws Exception {
        Process child =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                SCRIPT,
                                "sh",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                folder.resolve("f").toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output).contains("limit 1048576").contains("short 1024").contains("EFBIG");
    }

    /** What the other process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws OsException {
            var storage = new LinuxStorage();
            StorageFile file = storage.open(arguments[0], How.CREATE_NEW);
            ByteBuffer data = ByteBuffer.allocateDirect(4096);
            long limitBytes = storage.fileSystem(arguments[0]).processFileLimitBytes();
            System.out.println("limit " + limitBytes);
            System.out.println("short " + file.write(data, limitBytes - 1024));
            try {
                file.write(data, limitBytes);
            } catch (OsException e) {
                System.out.println(e.errno());
            }
            file.close();
        }
    }
}
