package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Java's file exceptions mean, paths as they were typed, and text that harms no terminal. */
@Tag("unit")
class FileProblemsTest {
    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/x"), "there is no such file or folder"),
                Arguments.of(new AccessDeniedException("/x"), "permission denied"),
                Arguments.of(
                        new FileSystemException("/x", null, "No space left on device"),
                        "No space left on device"),
                Arguments.of(
                        new FileSystemException("/x", null, "Read-only\nfile system"),
                        "Read-only file system"),
                Arguments.of(new FileSystemException("/x"), "/x"),
                Arguments.of(
                        new FileNotFoundException("/x (Too many open files)"),
                        "Too many open files"),
                Arguments.of(
                        new FileNotFoundException("/a (b)/x (Is a directory)"), "Is a directory"),
                Arguments.of(new FileNotFoundException("nothing in it"), "nothing in it"),
                Arguments.of(new FileNotFoundException("half (open"), "half (open"),
                Arguments.of(new IOException("the cable"), "the cable"),
                Arguments.of(new IOException(), "IOException"),
                Arguments.of(new IOException("  "), "IOException"));
    }

    @ParameterizedTest
    @MethodSource
    void reasons(IOException problem, String reason) {
        assertThat(FileProblems.reason(problem)).isEqualTo(reason);
        assertThat(FileProblems.sentence(problem, Path.of("/a/b"))).isEqualTo("/a/b: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "/,x,/x",
        "/cur,x,/cur/x",
        "/cur/,./x/.,/cur/x",
        "/cur,..,/cur/..",
        "/cur,../x,/cur/../x",
        "/cur,//x///y,/x/y",
        "/cur,/..,/..",
        "/cur,.hidden,/cur/.hidden",
        "/cur,...,/cur/...",
        "/,.,/"
    })
    void pathsAreMadeAbsoluteAndNothingIsFollowed(String current, String typed, String path) {
        assertThat(Folders.absolute(current, typed)).isEqualTo(path);
    }

    @Test
    void aPathIsRefusedWhereItIsEmptyOrCanBeNone() throws UsageException {
        assertThat(Folders.file("/cur", "--log", "a/b")).isEqualTo(Path.of("/cur/a/b"));
        assertThatThrownBy(() -> Folders.file("/cur", "--log", ""))
                .isInstanceOf(UsageException.class)
                .hasMessage("--log is empty; name a file");
        assertThatThrownBy(() -> Folders.file("/cur", "--log", "a\0b"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--log has characters that a file name can't have here; name another file");
    }

    /** A label or a path could hold commands for the terminal. */
    @Test
    void textCommandsNoTerminal() {
        assertThat(Texts.harmless("a\u001b[2Jb\u0007c\u009bd")).isEqualTo("a?[2Jb?c?d");
        assertThat(Texts.harmless("line\n\ttab")).isEqualTo("line\n\ttab");
        assertThat(Texts.harmless("\uD83D\uDCBF ü")).isEqualTo("\uD83D\uDCBF ü");
        assertThat(Texts.oneLine("  a \r\n  b\tc\u2028d\u0000  ")).isEqualTo("a b c d?");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.0004, 0 ms",
        "0.0005, 1 ms",
        "1.5, 1.5 s",
        "62, 1:02 min",
        "-0.1, ?",
        "NaN, ?",
        "Infinity, ?"
    })
    void secondsThatNobodyKnowsAreAQuestionMark(double seconds, String text) {
        assertThat(Texts.seconds(seconds)).isEqualTo(text);
    }
}
