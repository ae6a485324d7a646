package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

@Tag("unit")
class LinuxFileTest {
    private static final long MIB = 1 << 20;
    private static final long GIB = 1L << 30;

    private final LinuxStorage storage = new LinuxStorage();
    @TempDir Path folder;

    @Test
    void roundTripFromPositionToLimit() throws Exception {
        ByteBuffer source = ByteBuffer.allocateDirect(64);
        for (int i = 0; i < 64; i++) {
            source.put(i, (byte) i);
        }
        source.position(10).limit(30);
        StorageFile file = open(storage, How.CREATE_NEW);

        assertThat(file.write(source, 3)).isEqualTo(20);
        assertThat(source.position()).as("is not moved").isEqualTo(10);
        assertThat(source.limit()).isEqualTo(30);
        ByteBuffer target = ByteBuffer.allocateDirect(64).position(5);
        assertThat(file.read(target, 3)).isEqualTo(20);
        assertThat(file.read(target, 23)).as("the end").isZero();
        file.close();

        assertThat(target.position()).isEqualTo(5);
        assertThat(target.slice(5, 20)).isEqualTo(source.slice(10, 20));
        byte[] whole = Files.readAllBytes(folder.resolve("f"));
        assertThat(whole).hasSize(23).startsWith(0, 0, 0, 10, 11).endsWith(28, 29);
    }

    @Test
    void severalBuffersGoWithOneCall() throws Exception {
        var first = ByteBuffer.allocateDirect(8).put(0, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        var second = first.duplicate();
        first.position(1).limit(3);
        second.position(5);
        StorageFile file = open(storage, How.CREATE_NEW);

        assertThat(file.write(List.of(first, second), 2)).isEqualTo(5);
        assertThat(first.position()).as("is not moved").isEqualTo(1);
        assertThatThrownBy(() -> file.write(List.of(first, ByteBuffer.allocate(1)), 0))
                .isInstanceOf(IllegalArgumentException.class);
        file.close();

        assertThat(Files.readAllBytes(folder.resolve("f"))).containsExactly(0, 0, 2, 3, 6, 7, 8);
    }

    @Test
    void buffersOfTheWrongKindAreRefused() throws Exception {
        StorageFile file = open(storage, How.CREATE);
        ByteBuffer readOnly = ByteBuffer.allocateDirect(8).asReadOnlyBuffer();

        assertThatThrownBy(() -> file.write(ByteBuffer.allocate(8), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file.read(readOnly, 0))
                .isInstanceOf(ReadOnlyBufferException.class);
        assertThat(file.write(readOnly, 0)).isEqualTo(8);
        file.close();
    }

    /** A length or offset cut to 32 bits would show at 1 GiB, five less four. */
    @Test
    void everyOffsetHas64Bits() throws Exception {
        ByteBuffer data = ByteBuffer.allocateDirect((int) MIB);
        byte[] bytes = new byte[(int) MIB];
        new Random(5).nextBytes(bytes);
        data.put(bytes).flip();
        ByteRange written = ByteRange.at(5 * GIB, MIB);
        ByteRange cut = ByteRange.at(GIB, MIB);
        StorageFile file = open(storage, How.CREATE_NEW);
        try {
            assertThat(file.write(data, written.startBytes())).isEqualTo((int) MIB);
            file.startWriteback(written);
            file.awaitWriteback(written);
            file.writeBackAndWait(written);
            file.reserve(ByteRange.at(6 * GIB, MIB));
            assertThat(file.facts().sizeBytes()).isEqualTo(5 * GIB + MIB);

            ByteBuffer back = ByteBuffer.allocateDirect((int) MIB);
            assertThat(file.read(back, cut.startBytes())).isEqualTo((int) MIB);
            assertThat(back).isEqualTo(ByteBuffer.allocate((int) MIB));
            assertThat(file.read(back, written.startBytes())).isEqualTo((int) MIB);
            assertThat(back).isEqualTo(data);

            file.truncate(5 * GIB + 1);
            assertThat(file.facts().sizeBytes()).isEqualTo(5 * GIB + 1);
        } finally {
            file.close();
        }
    }

    @Test
    void cachedPagesAreCountedAndDroppedWhereTheyLie() throws Exception {
        StorageFile file = open(storage, How.CREATE_NEW);
        try {
            ByteRange written = ByteRange.at(5 * GIB, MIB);
            ByteRange cut = ByteRange.at(GIB, MIB);
            file.write(ByteBuffer.allocateDirect((int) MIB), written.startBytes());
            Skip.unless(file.cachedBytes(written).isPresent(), "cachestat can't tell here");
            assertThat(file.cachedBytes(written)).hasValue(MIB);
            assertThat(file.cachedBytes(ByteRange.at(5 * GIB + 5, 10))).hasValue(10);
            assertThat(file.cachedBytes(cut)).hasValue(0);

            file.syncData();
            file.dropCache(cut);
            assertThat(file.cachedBytes(written)).hasValue(MIB);
            file.dropCache(new ByteRange(GIB, GIB));
            assertThat(file.cachedBytes(written)).as("an empty range is no range").hasValue(MIB);
            assertThat(file.cachedBytes(new ByteRange(0, 0))).hasValue(0);

            FileSystemKind kind = FileSystemKind.ofType(file.fileSystemType());
            Skip.unless(
                    kind.family() == FileSystemKind.Family.LOCAL,
                    kind.name() + " need not drop pages");
            file.dropCache(written);
            assertThat(file.cachedBytes(written)).hasValue(0);
        } finally {
            file.close();
        }
    }

    @Test
    void withoutCachestatNobodyKnows() throws Exception {
        for (Errno refusal : new Errno[] {Errno.ENOSYS, Errno.EPERM, Errno.EOPNOTSUPP}) {
            var libC = new TamperedLibC().failing("syscall", refusal).libC();
            StorageFile file = open(new LinuxStorage(libC), How.CREATE);
            assertThat(file.cachedBytes(ByteRange.at(0, 1))).isEmpty();
            file.close();
        }
    }

    /** There the pages belong to the file below, so the kernel counts none. */
    @Test
    void onOverlayfsNobodyKnows() throws Exception {
        var libC =
                new TamperedLibC()
                        .answering("syscall", _ -> 0L)
                        .answering(
                                "fstatfs",
                                arguments -> {
                                    ByteBuffer.wrap((byte[]) arguments[1])
                                            .order(ByteOrder.nativeOrder())
                                            .putLong(0, 0x794C7630L);
                                    return 0;
                                });
        StorageFile file = open(new LinuxStorage(libC.libC()), How.CREATE);

        assertThat(file.cachedBytes(ByteRange.at(0, 1))).isEmpty();
        file.close();
    }

    @Test
    void reservingKeepsTheSize() throws Exception {
        StorageFile file = open(storage, How.CREATE_NEW);
        file.reserve(ByteRange.at(0, MIB));
        file.reserve(new ByteRange(0, 0));

        assertThat(file.facts().sizeBytes()).isZero();
        file.close();
    }

    @Test
    void theLockIsHeldByOneDescription() throws Exception {
        StorageFile first = open(storage, How.CREATE);
        StorageFile second = open(storage, How.READ_WRITE);

        assertThat(first.tryLock()).isTrue();
        assertThat(first.tryLock()).as("its own lock again").isTrue();
        assertThat(second.tryLock()).isFalse();
        first.close();
        assertThat(second.tryLock()).isTrue();
        second.close();
    }

    @Test
    void interruptedCallsAreRepeatedButNotClose() throws Exception {
        var tampered = new TamperedLibC();
        StorageFile file = open(new LinuxStorage(tampered.libC()), How.CREATE);
        tampered.interrupting("pwrite", 3).interrupting("fsync", 2).interrupting("close", 1);
        tampered.calls.clear();

        assertThat(file.write(ByteBuffer.allocateDirect(4), 0)).isEqualTo(4);
        file.sync();
        assertThatExceptionOfType(OsException.class)
                .isThrownBy(file::close)
                .satisfies(e -> assertThat(e.errno()).isEqualTo(Errno.EINTR));
        file.close();

        assertThat(tampered.calls)
                .containsExactly(
                        "pwrite", "pwrite", "pwrite", "pwrite", "fsync", "fsync", "fsync", "close");
    }

    private StorageFile open(LinuxStorage from, How how) throws OsException {
        return from.open(folder.resolve("f").toString(), how);
    }
}
