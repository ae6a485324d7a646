package dev.spindle.audio.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Storage.How;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tags of a FLAC file, written over those that an encoder left. */
@Tag("unit")
final class FlacTagsTest {
    private static final String FILE = "/out/a.flac";
    private static final byte[] MUSIC = {1, 2, 3, 4, 5};

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    FlacTagsTest() {
        content.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
    }

    private void block(int type, boolean isLast, byte... body) {
        content.writeBytes(
                ByteBuffer.allocate(4)
                        .putInt((((isLast ? 0x80 : 0) | type) << 24) | body.length)
                        .array());
        content.writeBytes(body);
    }

    private Optional<Cover> cover = Optional.empty();

    private static byte[] comment(String vendor) {
        byte[] name = vendor.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(name.length)
                .put(name)
                .putInt(0)
                .array();
    }

    /** What the file holds after the tags were written. */
    private byte[] tagged(List<String> tags) throws IOException {
        content.writeBytes(MUSIC);
        var problems = new ArrayList<IOException>();
        var result = new ArrayList<byte[]>();
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var _ =
                baton.run(() -> {
                    var storage = new ScriptedStorage(baton);
                    storage.insight().folder("/out");
                    storage.insight().file(FILE, content.toByteArray());
                    try {
                        var file = storage.open(FILE, How.READ_WRITE);
                        new FlacTags(file).write(tags, cover);
                        file.close();
                    } catch (IOException problem) {
                        problems.add(problem);
                    }
                    result.add(storage.insight().content(FILE));
                });
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        return result.getFirst();
    }

    /** The texts in a comment block, the vendor's name first. */
    private static List<String> texts(byte[] file, int at) {
        var block = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(at);
        var texts = new ArrayList<String>();
        texts.add(text(block));
        for (int i = block.getInt(); i > 0; i--) {
            texts.add(text(block));
        }
        return texts;
    }

    private static String text(ByteBuffer block) {
        var bytes = new byte[block.getInt()];
        block.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** RFC 9639, 8.8: lengths in it are big-endian, unlike in the tags. */
    @Test
    void aPictureStandsBetweenTagsAndPadding() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};
        cover = Optional.of(Cover.of(png));
        block(0, false, new byte[34]);
        block(4, false, comment("x"));
        block(1, true, new byte[500]);
        byte[] file = tagged(List.of("TITLE=One"));
        int comment = 4 + 38;
        int picture = comment + 4 + (ByteBuffer.wrap(file).getInt(comment) & 0xFFFFFF);
        assertThat(file[picture]).isEqualTo((byte) 6);
        int size = ByteBuffer.wrap(file).getInt(picture) & 0xFFFFFF;
        assertThat(size).isEqualTo(32 + 9 + png.length);
        var block = ByteBuffer.wrap(file, picture + 4, size).slice();
        assertThat(block.getInt()).as("front").isEqualTo(3);
        var type = new byte[block.getInt()];
        block.get(type);
        assertThat(new String(type, StandardCharsets.US_ASCII)).isEqualTo("image/png");
        assertThat(Arrays.copyOfRange(file, picture + 4 + size - png.length, picture + 4 + size))
                .isEqualTo(png);
        assertThat(file[picture + 4 + size]).as("padding, the last").isEqualTo((byte) 0x81);
        assertThat(Arrays.copyOfRange(file, file.length - MUSIC.length, file.length))
                .isEqualTo(MUSIC);
    }

    @Test
    void theyTakeTheRoomThatWasLeft() throws IOException {
        block(0, false, new byte[34]);
        block(4, false, comment("reference libFLAC"));
        block(1, true, new byte[500]);
        int length = content.size() + MUSIC.length;
        byte[] file = tagged(List.of("TITLE=Höhe 曲", "ARTIST=\"Nobody\""));
        assertThat(file).hasSize(length);
        assertThat(Arrays.copyOfRange(file, length - MUSIC.length, length)).isEqualTo(MUSIC);
        int comment = 4 + 38;
        assertThat(file[comment]).isEqualTo((byte) 4);
        assertThat(texts(file, comment + 4))
                .containsExactly("reference libFLAC", "TITLE=Höhe 曲", "ARTIST=\"Nobody\"");
        int size = ByteBuffer.wrap(file).getInt(comment) & 0xFFFFFF;
        int padding = comment + 4 + size;
        assertThat(file[padding]).as("the last block").isEqualTo((byte) 0x81);
        int left = ByteBuffer.wrap(file).getInt(padding) & 0xFFFFFF;
        assertThat(padding + 4 + left).isEqualTo(length - MUSIC.length);
    }

    @Test
    void moreBlocksBehindThePaddingStay() throws IOException {
        block(4, false, comment(""));
        block(1, false, new byte[100]);
        block(6, true, 9, 9);
        byte[] file = tagged(List.of("A=b"));
        int end = file.length - MUSIC.length;
        assertThat(Arrays.copyOfRange(file, end - 6, end))
                .isEqualTo(new byte[] {(byte) 0x86, 0, 0, 2, 9, 9});
        assertThat(texts(file, 8)).containsExactly("", "A=b");
    }

    private void block(int type, boolean isLast, int first, int second) {
        block(type, isLast, new byte[] {(byte) first, (byte) second});
    }

    @Test
    void withoutRoomNothingIsChanged() {
        block(4, false, comment("x"));
        block(1, true, new byte[10]);
        assertThatThrownBy(() -> tagged(List.of("TITLE=" + "long ".repeat(10))))
                .hasMessage("the tags of " + FILE + " are too long");
    }

    @Test
    void aFileWithoutSuchBlocksIsRefused() {
        block(0, true, new byte[34]);
        assertThatThrownBy(() -> tagged(List.of("A=b")))
                .hasMessage("flac has left no room for tags in " + FILE);
    }

    @Test
    void aFileThatEndsInItsBlocksIsRefused() {
        content.writeBytes(new byte[] {0, 0, 1, 0});
        assertThatThrownBy(() -> tagged(List.of("A=b"))).isInstanceOf(IOException.class);
    }
}
