package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

@Tag("unit")
class LinuxStorageTest {
    private static final int MIB = 1 << 20;

    private final LinuxStorage storage = new LinuxStorage();
    @TempDir Path folder;

    @Test
    void factsOfPathAndDescriptionAgree() throws IOException {
        Path path = Files.write(folder.resolve("a disc.iso"), new byte[123]);
        Files.createLink(folder.resolve("second"), path);
        StorageFile file = storage.open(path.toString(), How.READ);

        FileFacts facts = storage.lookUp(path.toString()).orElseThrow();
        assertThat(file.facts()).isEqualTo(facts);
        assertThat(facts.kind()).isEqualTo(FileFacts.Kind.REGULAR);
        assertThat(facts.sizeBytes()).isEqualTo(123);
        assertThat(facts.linkCount()).isEqualTo(2);
        assertThat(facts.inode()).isEqualTo(Files.getAttribute(path, "unix:ino"));
        file.close();
    }

    @Test
    void aRemovedFileHasNoNameLeft() throws IOException {
        String path = folder.resolve("f").toString();
        StorageFile file = storage.open(path, How.CREATE_NEW);
        storage.remove(path);

        assertThat(file.facts().linkCount()).isZero();
        assertThat(storage.lookUp(path)).isEmpty();
        file.close();
    }

    @Test
    void nothingLiesThere() throws IOException {
        String file = Files.createFile(folder.resolve("f")).toString();

        assertThat(storage.lookUp(folder.resolve("missing").toString())).isEmpty();
        assertThat(storage.lookUp(file + "/below")).isEmpty();
    }

    @Test
    void kindsOfFiles() throws OsException {
        assertThat(storage.lookUp(folder.toString()).orElseThrow().kind())
                .isEqualTo(FileFacts.Kind.FOLDER);
        assertThat(storage.lookUp("/dev/null").orElseThrow().kind())
                .isEqualTo(FileFacts.Kind.OTHER);
    }

    @Test
    void foldersComeAndGo() throws IOException {
        String inner = folder + "/ä";
        storage.makeFolder(inner);
        Files.createFile(folder.resolve("f"));

        assertThat(storage.list(folder.toString())).containsExactlyInAnyOrder("ä", "f");
        storage.syncFolder(folder.toString());
        storage.removeFolder(inner);
        assertThat(storage.list(folder.toString())).containsExactly("f");
    }

    @Test
    void replacingEmptiesTheFile() throws IOException {
        Path path = Files.writeString(folder.resolve("f"), "old");

        storage.open(path.toString(), How.REPLACE).close();

        assertThat(path).isEmptyFile();
    }

    @Test
    void factsOfTheFileSystemUnderAFolder() throws IOException {
        FileSystemFacts facts = storage.fileSystem(folder.toString());
        StorageFile file = storage.open(folder.resolve("f").toString(), How.CREATE);

        assertThat(file.fileSystemType()).isEqualTo(facts.type());
        assertThat(facts.freeBytes()).isPositive();
        assertThat(facts.readOnly()).isFalse();
        assertThat(facts.processFileLimitBytes()).isPositive();
        file.close();
    }

    @Test
    void sharedMemoryIsMemory() throws IOException {
        Skip.unless(Files.isWritable(Path.of("/dev/shm")), "no /dev/shm here");
        Path path = Files.createTempFile(Path.of("/dev/shm"), "spindle", "");
        StorageFile file = storage.open(path.toString(), How.READ_WRITE);
        try {
            assertThat(FileSystemKind.ofType(file.fileSystemType()).family())
                    .isEqualTo(FileSystemKind.Family.MEMORY);
            assertThat(file.facts().directOffsetAlignBytes()).isZero();
            assertThat(file.facts().device()).startsWith("0:");
            assertThat(storage.writeProgressBytes(file.facts())).isEmpty();
        } finally {
            file.close();
            storage.remove(path.toString());
        }
    }

    @Test
    void theDeviceCountsWhatIsWritten() throws IOException {
        byte[] noise = new byte[MIB];
        new Random(1).nextBytes(noise);
        StorageFile file = storage.open(folder.resolve("f").toString(), How.CREATE);
        OptionalLong before = storage.writeProgressBytes(file.facts());
        String kind = FileSystemKind.ofType(file.fileSystemType()).name();
        Skip.unless(before.isPresent(), kind + " here has no device that counts");

        file.write(ByteBuffer.allocateDirect(MIB).put(noise).flip(), 0);
        file.syncData();

        long written = storage.writeProgressBytes(file.facts()).orElseThrow() - before.getAsLong();
        assertThat(written).isNotNegative();
        if (Set.of("ext4", "XFS").contains(kind)) {
            assertThat(written).isGreaterThanOrEqualTo(MIB);
        }
        file.close();
    }

    @Test
    void sizeOfABlockDevice() throws IOException {
        boolean found = false;
        for (Path device : blockDevices()) {
            long sectors = Long.parseLong(Files.readString(device.resolve("size")).strip());
            Optional<StorageFile> file =
                    sectors > 0 ? readable("/dev/" + device.getFileName()) : Optional.empty();
            if (file.isPresent()) {
                found = true;
                assertThat(file.get().deviceSizeBytes()).isEqualTo(sectors * 512);
                assertThat(file.get().facts().kind()).isEqualTo(FileFacts.Kind.BLOCK_DEVICE);
                assertThat(file.get().facts().sizeBytes()).isZero();
                file.get().close();
            }
        }
        Skip.unless(found, "no block device that this user may read");
    }

    private Optional<StorageFile> readable(String device) {
        try {
            return Optional.of(storage.open(device, How.READ));
        } catch (OsException _) {
            return Optional.empty();
        }
    }

    /** Without optical drives: opening one would close its tray. */
    private static List<Path> blockDevices() throws IOException {
        Path block = Path.of("/sys/block");
        Skip.unless(Files.isDirectory(block), "no /sys/block here");
        try (var devices = Files.list(block)) {
            return devices.filter(d -> !d.getFileName().toString().startsWith("sr")).toList();
        }
    }
}
