package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that were opened with O_DIRECT. */
@Tag("unit")
class DirectFileTest {
    private static final int MIB = 1 << 20;

    private final LinuxStorage storage = new LinuxStorage();
    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void aFile() throws IOException {
        path = Files.createFile(folder.resolve("f"));
    }

    /** Opens, or skips where the file system says that it has no such thing. */
    private StorageFile open() throws OsException {
        FileFacts facts = storage.lookUp(path.toString()).orElseThrow();
        Skip.unless(facts.directOffsetAlignBytes() > 0, "O_DIRECT is not told of in " + folder);
        return storage.open(path.toString(), How.DIRECT);
    }

    @Test
    void writesAndReadsPastTheCache() throws Exception {
        StorageFile file = open();
        try {
            assertThat(file.write(Machine.aligned(MIB, 7), MIB)).isEqualTo(MIB);
            Skip.unless(file.cachedPages(whole()).isPresent(), "cachestat can't tell here");
            assertThat(file.cachedBytes(whole())).hasValue(0);

            ByteBuffer back = Machine.aligned(MIB, 8);
            assertThat(file.read(back, MIB)).isEqualTo(MIB);
            assertThat(back).isEqualTo(Machine.aligned(MIB, 7));
            assertThat(file.cachedBytes(whole())).hasValue(0);
        } finally {
            file.close();
        }
        assertThat(Files.size(path)).isEqualTo(2 * MIB);
    }

    @Test
    void takesSeveralBuffersWithOneCall() throws Exception {
        StorageFile file = open();
        try {
            var two = List.of(Machine.aligned(MIB, 7), Machine.aligned(MIB, 8));
            assertThat(file.write(two, 0)).isEqualTo(2 * MIB);
            ByteBuffer back = Machine.aligned(MIB, 9);
            assertThat(file.read(back, MIB)).isEqualTo(MIB);
            assertThat(back).isEqualTo(Machine.aligned(MIB, 8));
        } finally {
            file.close();
        }
    }

    private static ByteRange whole() {
        return ByteRange.at(0, 2 * MIB);
    }

    /** Newer kernels also take buffers that are not aligned as they say, so that is not asked. */
    @Test
    void refusesWhatIsNotAligned() throws Exception {
        StorageFile file = open();
        int align = file.facts().directOffsetAlignBytes();
        assertThat(Integer.bitCount(align)).as("a power of two: %d", align).isOne();
        assertThat(file.facts().directMemoryAlignBytes()).isPositive();
        ByteBuffer one = Machine.aligned(align, 1);
        try {
            assertInvalid(file, one, 1);
            assertInvalid(file, Machine.aligned(align - 1, 1), 0);
        } finally {
            file.close();
        }
        assertThat(Files.size(path)).isZero();
    }

    private static void assertInvalid(StorageFile file, ByteBuffer bytes, long offsetBytes) {
        OsException failure =
                catchThrowableOfType(
                        OsException.class, () -> file.write(bytes.duplicate(), offsetBytes));
        assertThat(failure).as("at %d, %s", offsetBytes, bytes).isNotNull();
        assertThat(failure.errno()).isEqualTo(Errno.EINVAL);
    }

    @Test
    void takesWhatAnotherDescriptionWroteIntoTheCache() throws Exception {
        StorageFile direct = open();
        StorageFile buffered = storage.open(path.toString(), How.READ_WRITE);
        try {
            buffered.write(Machine.aligned(MIB, 1), 0);
            assertThat(direct.write(Machine.aligned(65536, 2), 0)).isEqualTo(65536);

            ByteBuffer back = Machine.aligned(MIB, 3);
            assertThat(buffered.read(back, 0)).isEqualTo(MIB);
            assertThat(back.slice(0, 65536)).isEqualTo(Machine.aligned(65536, 2));
            assertThat(back.slice(65536, MIB - 65536))
                    .isEqualTo(Machine.aligned(MIB, 1).slice(65536, MIB - 65536));
        } finally {
            direct.close();
            buffered.close();
        }
    }

    /** What a choice of mechanism must not fall for: accepted, and cached all the same. */
    @Test
    void inMemoryItIsRefusedOrCachedAllTheSame() throws Exception {
        String inMemory = Machine.inMemory().toString();
        StorageFile file;
        try {
            file = storage.open(inMemory, How.DIRECT);
        } catch (OsException e) {
            assertThat(e.errno()).as("tmpfs before Linux 6.6").isEqualTo(Errno.EINVAL);
            return;
        }
        try {
            assertThat(file.facts().directOffsetAlignBytes()).isZero();
            assertThat(file.write(Machine.aligned(MIB, 1), 0)).isEqualTo(MIB);
            Skip.unless(file.cachedPages(whole()).isPresent(), "cachestat can't tell here");
            assertThat(file.cachedBytes(whole())).hasValue(MIB);
        } finally {
            file.close();
        }
    }

    @Test
    void itMustExist() {
        String missing = folder.resolve("missing").toString();

        assertThat(catchThrowableOfType(OsException.class, () -> storage.open(missing, How.DIRECT)))
                .returns(Errno.ENOENT, OsException::errno);
    }
}
