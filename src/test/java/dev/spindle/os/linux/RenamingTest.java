package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@Tag("unit")
class RenamingTest {
    @TempDir Path folder;
    Path from;
    Path to;

    @BeforeEach
    void makeFile() throws IOException {
        from = Files.writeString(folder.resolve("disc.iso.part"), "new");
        to = folder.resolve("disc.iso");
    }

    @Test
    void keepsWhatHasTheName() throws IOException {
        Files.writeString(to, "old");

        assertRefused(new TamperedLibC(), Errno.EEXIST, "renameat2");
    }

    @Test
    void renamesWhereTheNameIsFree() throws IOException {
        keeping(new TamperedLibC());

        assertRenamed();
    }

    @Test
    void overwritesWhenAsked() throws IOException {
        Files.writeString(to, "old");

        new LinuxStorage().renameOver(from.toString(), to.toString());

        assertRenamed();
    }

    @ParameterizedTest
    @EnumSource(
            value = Errno.class,
            names = {"EINVAL", "ENOSYS", "EPERM"})
    void linksWhereTheFileSystemCantRenameSo(Errno refusal) throws IOException {
        keeping(new TamperedLibC().failing("renameat2", refusal));

        assertRenamed();
    }

    @Test
    void linksWhereTheLibraryLacksTheCall() throws IOException {
        keeping(new TamperedLibC().without("renameat2"));

        assertRenamed();
    }

    @Test
    void aLinkKeepsWhatHasTheNameToo() throws IOException {
        Files.writeString(to, "old");

        assertRefused(
                new TamperedLibC().failing("renameat2", Errno.EINVAL), Errno.EEXIST, "linkat");
    }

    @Test
    void neverOverwritesWhereLinksAreRefused() throws IOException {
        Files.writeString(to, "old");

        assertRefused(
                new TamperedLibC()
                        .failing("renameat2", Errno.EINVAL)
                        .failing("linkat", Errno.EPERM),
                Errno.EPERM,
                "linkat");
    }

    @Test
    void finishesWhatACrashLeftBetweenLinkAndRemoval() throws IOException {
        Files.createLink(to, from);

        keeping(new TamperedLibC().failing("renameat2", Errno.EINVAL));

        assertRenamed();
    }

    @Test
    void aFailureToRemoveTheOldNameIsTold() throws IOException {
        var libC =
                new TamperedLibC().failing("renameat2", Errno.EINVAL).failing("unlink", Errno.EIO);

        assertThatExceptionOfType(OsException.class)
                .isThrownBy(() -> keeping(libC))
                .satisfies(e -> assertThat(e.call()).isEqualTo("unlink"));
        assertThat(from).exists();
        assertThat(to).hasContent("new");
    }

    @Test
    void anInterruptedRenameIsNotRepeated() {
        var libC = new TamperedLibC();
        var storage = new LinuxStorage(libC.libC());
        libC.interrupting("renameat2", 1);

        assertThatExceptionOfType(OsException.class)
                .isThrownBy(() -> storage.renameKeeping(from.toString(), to.toString()))
                .satisfies(e -> assertThat(e.errno()).isEqualTo(Errno.EINTR));
    }

    @Test
    void aNameWithNulIsRefusedNotCut() throws IOException {
        var storage = new LinuxStorage();
        String cut = to + "\0tail";

        assertThatExceptionOfType(OsException.class)
                .isThrownBy(() -> storage.renameKeeping(from.toString(), cut))
                .satisfies(e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
        assertThatExceptionOfType(OsException.class)
                .isThrownBy(() -> storage.remove(from + "\0tail"));
        assertThat(from).exists();
        assertThat(to).doesNotExist();
    }

    private void keeping(TamperedLibC libC) throws OsException {
        new LinuxStorage(libC.libC()).renameKeeping(from.toString(), to.toString());
    }

    private void assertRenamed() {
        assertThat(from).doesNotExist();
        assertThat(to).hasContent("new");
    }

    private void assertRefused(TamperedLibC libC, Errno errno, String call) {
        assertThatExceptionOfType(OsException.class)
                .isThrownBy(() -> keeping(libC))
                .satisfies(e -> {
                    assertThat(e.errno()).isEqualTo(errno);
                    assertThat(e.call()).isEqualTo(call);
                });
        assertThat(from).hasContent("new");
        assertThat(to).hasContent("old");
    }
}
