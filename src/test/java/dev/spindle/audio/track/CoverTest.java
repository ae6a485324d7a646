package dev.spindle.audio.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.linux.LinuxStorage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

@Tag("unit")
@SuppressWarnings("NullAway.Init")
class CoverTest {
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d");

    @TempDir private Path folder;

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void tellsJpegFromPng() throws IOException {
        assertThat(Cover.of(JPEG).fileName()).isEqualTo("cover.jpg");
        assertThat(Cover.of(PNG).fileName()).isEqualTo("cover.png");
        assertThat(bytes(Cover.of(PNG).content())).isEqualTo(PNG);
    }

    /** RFC 9639, 8.8: type, media type, description, four numbers, then the picture. */
    @Test
    void isABlockOfAFlacFile() throws IOException {
        var block = ByteBuffer.wrap(Cover.of(JPEG).flacBlock());
        assertThat(block.getInt()).as("front").isEqualTo(3);
        var type = new byte[block.getInt()];
        block.get(type);
        assertThat(new String(type, StandardCharsets.US_ASCII)).isEqualTo("image/jpeg");
        assertThat(block.getInt()).as("no description").isZero();
        for (String unknown : new String[] {"width", "height", "depth", "colours"}) {
            assertThat(block.getInt()).as(unknown).isZero();
        }
        assertThat(block.getInt()).isEqualTo(JPEG.length);
        assertThat(bytes(block)).isEqualTo(JPEG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ff", "ffd8ff", "474946383961", "89504e470d0a1a", "3c68746d6c3e"})
    void refusesWhatIsNoPicture(String hex) {
        assertThatThrownBy(() -> Cover.of(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IOException.class)
                .hasMessage("the picture is neither a JPEG nor a PNG; take another");
    }

    @Test
    void refusesOneThatNoFlacFileCanHold() {
        byte[] large = Arrays.copyOf(JPEG, Cover.MOST_BYTES + 1);
        assertThatThrownBy(() -> Cover.of(large)).hasMessageContaining("larger than 8 MiB");
    }

    @Test
    void isReadFromAFile() throws IOException {
        var storage = new LinuxStorage();
        Path picture = folder.resolve("Höhe #1.jpg");
        Files.write(picture, JPEG);
        assertThat(bytes(Cover.read(storage, picture.toString()).content())).isEqualTo(JPEG);
        assertThatThrownBy(() -> Cover.read(storage, folder + "/none.jpg"))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no picture " + folder + "/none.jpg; name another");
        Files.write(picture, new byte[0]);
        assertThatThrownBy(() -> Cover.read(storage, picture.toString()))
                .hasMessageStartingWith("there is no picture");
    }

    @Test
    void refusesALargeFileBeforeItIsRead() throws IOException {
        Path picture = folder.resolve("large.jpg");
        try (var file =
                Files.newByteChannel(
                        picture,
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE)) {
            file.position(Cover.MOST_BYTES);
            file.write(ByteBuffer.wrap(JPEG));
        }
        assertThatThrownBy(() -> Cover.read(new LinuxStorage(), picture.toString()))
                .hasMessageContaining("larger than 8 MiB");
    }

    @Test
    void liesWithItsRelease() {
        assertThat(Cover.address(URI.create("http://127.0.0.1:9"), "b1a9"))
                .hasToString("http://127.0.0.1:9/release/b1a9/front-500");
    }
}
