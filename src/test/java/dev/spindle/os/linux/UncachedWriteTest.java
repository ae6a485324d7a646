package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** pwritev2 with RWF_DONTCACHE. */
@Tag("unit")
class UncachedWriteTest {
    private static final int MIB = 1 << 20;

    @TempDir Path folder;

    private StorageFile open(LinuxStorage storage) throws OsException {
        return storage.open(folder.resolve("f").toString(), How.CREATE);
    }

    /** Writes, or skips where this file system has no such thing. */
    private static void write(StorageFile file, ByteBuffer bytes, long offset) throws OsException {
        try {
            assertThat(file.writeUncached(bytes, offset)).isEqualTo(bytes.remaining());
        } catch (OsException e) {
            assertThat(e.call()).isEqualTo("pwritev2");
            Skip.unless(!e.errno().meansUnsupported(), Machine.kindOf(file) + " can't: " + e);
            throw e;
        }
    }

    @Test
    void writesFromPositionToLimit() throws Exception {
        ByteBuffer source = Machine.aligned(64, 1).position(10).limit(30);
        StorageFile file = open(new LinuxStorage());
        try {
            write(file, source, 3);
        } finally {
            file.close();
        }

        assertThat(source.position()).as("is not moved").isEqualTo(10);
        byte[] whole = Files.readAllBytes(folder.resolve("f"));
        assertThat(whole).hasSize(23);
        assertThat(ByteBuffer.wrap(whole, 3, 20)).isEqualTo(source);
    }

    /** The pages go at the end of writeback, which may be a moment after a wait for it. */
    @Test
    void leavesNoPagesBehind() throws Exception {
        StorageFile file = open(new LinuxStorage());
        List<Long> leftBytes = new ArrayList<>();
        try {
            Skip.unless(file.cachedPages(range(0, 1)).isPresent(), "cachestat can't tell here");
            for (int attempt = 0; attempt < 20 && !leftBytes.contains(0L); attempt++) {
                write(file, Machine.aligned(MIB, attempt), (long) attempt * MIB);
                file.syncData();
                leftBytes.add(file.cachedBytes(range(attempt, MIB)).orElseThrow());
            }
            assertThat(leftBytes).contains(0L);
            ByteBuffer back = ByteBuffer.allocateDirect(MIB);
            assertThat(file.read(back, 0)).isEqualTo(MIB);
            assertThat(back).isEqualTo(Machine.aligned(MIB, 0));
        } finally {
            file.close();
        }
    }

    private static ByteRange range(long mebibyte, long length) {
        return ByteRange.at(mebibyte * MIB, length);
    }

    @Test
    void inMemoryItWorksOrIsUnsupported() throws Exception {
        StorageFile file = new LinuxStorage().open(Machine.inMemory().toString(), How.READ_WRITE);
        try {
            assertThat(file.writeUncached(Machine.aligned(8, 1), 0)).isEqualTo(8);
        } catch (OsException e) {
            assertThat(e.errno().meansUnsupported()).as(e.getMessage()).isTrue();
            assertThat(file.facts().sizeBytes()).as("nothing was written").isZero();
        } finally {
            file.close();
        }
    }

    @Test
    void passesOneVectorTheOffsetAndTheFlag() throws Exception {
        List<Object[]> seen = new ArrayList<>();
        var libC =
                new TamperedLibC()
                        .answering(
                                "pwritev2",
                                arguments -> {
                                    seen.add(arguments);
                                    return 5L;
                                });
        StorageFile file = open(new LinuxStorage(libC.libC()));
        seen.clear();

        assertThat(file.writeUncached(ByteBuffer.allocateDirect(9).position(2), 5L << 32))
                .as("what the kernel took")
                .isEqualTo(5);
        file.close();

        assertThat(seen).hasSize(1);
        long[] vector = (long[]) seen.getFirst()[1];
        assertThat(vector).hasSize(2);
        assertThat(vector[1]).isEqualTo(7);
        assertThat(seen.getFirst()).endsWith(1, 5L << 32, 0x80);
    }

    @Test
    void tellsWhatTheKernelLacks() throws Exception {
        for (Errno errno : new Errno[] {Errno.ENOSYS, Errno.EOPNOTSUPP}) {
            StorageFile file =
                    open(new LinuxStorage(new TamperedLibC().failing("pwritev2", errno).libC()));
            assertThatExceptionOfType(OsException.class)
                    .isThrownBy(() -> file.writeUncached(ByteBuffer.allocateDirect(1), 0))
                    .satisfies(e -> assertThat(e.errno()).isEqualTo(errno))
                    .satisfies(e -> assertThat(e.errno().meansUnsupported()).isTrue());
            file.close();
        }
    }

    @Test
    void theBufferMustBeDirect() throws Exception {
        StorageFile file = open(new LinuxStorage());

        assertThatThrownBy(() -> file.writeUncached(ByteBuffer.allocate(8), 0))
                .isInstanceOf(IllegalArgumentException.class);
        file.close();
    }
}
