package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.Statement;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Script files that are not as they should be, and that none stays open. */
@Tag("unit")
class ScriptFilesTest {
    private static final String PATH = "/scripts/s.txt";

    private static void with(byte[] content, Consumer<ScriptedStorage> body) {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var _ =
                baton.run(() -> {
                    var storage = new ScriptedStorage(baton);
                    storage.insight().file(PATH, content);
                    body.accept(storage);
                    assertThat(storage.insight().openFiles()).isEmpty();
                });
    }

    private static Script read(ScriptedStorage storage) throws IOException {
        return new ScriptFiles(new Openings(storage)).read("s.txt", PATH);
    }

    private static void assertRefused(ScriptedStorage storage, String sentence) {
        assertThatIOException().isThrownBy(() -> read(storage)).withMessageStartingWith(sentence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itIsReadWholeHoweverSmallThePieces() {
        with(
                bytes("speed 1M\n# Größe\nshort 1 2\n"),
                storage -> {
                    storage.on(CallKind.READ).take(3);
                    assertThat(script(storage).all(Statement.ShortRead.class)).hasSize(1);
                });
    }

    private static Script script(ScriptedStorage storage) {
        try {
            return read(storage);
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void anEmptyOneSaysNothing() {
        with(new byte[0], storage -> assertThat(script(storage)).isEqualTo(Script.empty()));
    }

    @Test
    void moreThanAMebibyteIsNoScript() {
        byte[] comment = bytes("#".repeat(1 << 20));
        with(comment, storage -> assertThat(script(storage)).isEqualTo(Script.empty()));
        with(
                bytes("#".repeat((1 << 20) + 1)),
                storage ->
                        assertRefused(
                                storage,
                                "the script s.txt is no script; name a text file of at most 1"
                                        + " MiB"));
    }

    @Test
    void whatCantBeReadIsToldAndClosed() {
        with(
                bytes("speed 1M"),
                storage -> {
                    storage.on(CallKind.READ).fail(Errno.EIO);
                    assertRefused(storage, PATH + ": input/output error");
                });
        with(
                bytes("speed 1M"),
                storage -> {
                    storage.on(CallKind.OPEN).fail(Errno.EACCES);
                    assertRefused(
                            storage,
                            "the script s.txt can't be read: you lack the permission for it");
                });
    }

    @Test
    void aFailingCloseTakesNothingBack() {
        with(
                bytes("speed 1M"),
                storage -> {
                    storage.on(CallKind.CLOSE).fail(Errno.EIO);
                    assertThat(script(storage).speedBytesPerSecond()).hasValue(1 << 20);
                });
    }
}
