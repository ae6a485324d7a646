package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

import dev.spindle.os.Errno;
import dev.spindle.os.Storage.How;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Conventions of single functions that nothing else shows. */
@Tag("unit")
class LibCTest {
    /** asm-generic/fcntl.h. */
    private static final int F_GETFD = 1;

    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int FD_CLOEXEC = 1;
    private static final int NO_SUCH_ADVICE = 99;

    private final LibC libC = LibC.load();
    @TempDir Path folder;

    /** It must not look at errno, which the failed call before has left behind. */
    @Test
    void posixFadviseReturnsItsError() throws Exception {
        assertThatExceptionOfType(LastErrorException.class).isThrownBy(() -> libC.close(-1));
        try (Descriptor file = file()) {
            assertThat(libC.posix_fadvise(file.number(), 0, 1, Flags.POSIX_FADV_DONTNEED)).isZero();
            assertThat(libC.posix_fadvise(file.number(), 0, 1, NO_SUCH_ADVICE))
                    .isEqualTo(Errno.EINVAL.number());
            assertThat(libC.posix_fadvise(-1, 0, 1, Flags.POSIX_FADV_DONTNEED))
                    .isEqualTo(Errno.EBADF.number());
        }
    }

    @Test
    void filesCloseOnExec() throws Exception {
        try (Descriptor file = file()) {
            assertThat(libC.fcntl(file.number(), F_GETFD) & FD_CLOEXEC).isEqualTo(FD_CLOEXEC);
        }
    }

    /** Also the proof that this machine's O_DIRECT is in our table: any other bit is ignored. */
    @Test
    void variadicArgumentsArrive() throws Exception {
        int direct = OpenFlags.ofThisMachine().direct();
        try (Descriptor file = file()) {
            try {
                libC.fcntl(file.number(), F_SETFL, direct);
            } catch (LastErrorException e) {
                assertThat(e.getErrorCode()).as("no O_DIRECT here").isEqualTo(22);
                return;
            }
            assertThat(libC.fcntl(file.number(), F_GETFL) & direct).isEqualTo(direct);
        }
    }

    @Test
    void pwritev2TakesPairsOfAddressAndLength() throws Exception {
        ByteBuffer data = ByteBuffer.allocateDirect(6).put(new byte[] {1, 2, 3, 4, 5, 6});
        long address = Pointer.nativeValue(Native.getDirectBufferPointer(data));
        try (Descriptor file = file()) {
            long written =
                    libC.pwritev2(file.number(), new long[] {address, 2, address + 4, 2}, 2, 1, 0);
            assertThat(written).isEqualTo(4);
        }
        assertThat(Files.readAllBytes(folder.resolve("f"))).containsExactly(0, 1, 2, 5, 6);
    }

    @Test
    void newFilesHaveTheUsualMode() throws Exception {
        file().close();

        Path usual = Files.createFile(folder.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("f")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    private Descriptor file() throws Exception {
        return Descriptor.open(libC, folder.resolve("f").toString(), OpenFlags.of(How.CREATE));
    }
}
