package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Each call fails once, and says with which number, in which call and about what. */
@Tag("unit")
class ErrnoOfCallsTest {
    private static final ByteRange RANGE = ByteRange.at(0, 4096);
    private static final int ENOTTY = 25;

    private final LinuxStorage storage = new LinuxStorage();
    @TempDir Path folder;

    @Test
    void names() throws IOException {
        String missing = path("missing");
        String full = path("full");
        Files.createDirectories(folder.resolve("full/inner"));
        String file = Files.createFile(folder.resolve("file")).toString();

        fails(() -> storage.open(missing, How.READ), Errno.ENOENT, "open", missing);
        fails(() -> storage.open(full, How.READ_WRITE), Errno.EISDIR, "open", full);
        fails(() -> storage.open(file, How.CREATE_NEW), Errno.EEXIST, "open", file);
        String below = file + "/x";
        fails(() -> storage.open(below, How.CREATE), Errno.ENOTDIR, "open", below);
        String tooLong = path("x".repeat(256));
        fails(() -> storage.open(tooLong, How.CREATE), Errno.ENAMETOOLONG, "open", tooLong);
        fails(() -> storage.lookUp(tooLong), Errno.ENAMETOOLONG, "statx", tooLong);
        fails(() -> storage.fileSystem(missing), Errno.ENOENT, "statfs", missing);
        fails(() -> storage.makeFolder(full), Errno.EEXIST, "mkdir", full);
        fails(() -> storage.removeFolder(full), Errno.ENOTEMPTY, "rmdir", full);
        fails(() -> storage.removeFolder(file), Errno.ENOTDIR, "rmdir", file);
        fails(() -> storage.remove(missing), Errno.ENOENT, "unlink", missing);
        fails(() -> storage.list(file), Errno.ENOTDIR, "open", file);
        fails(() -> storage.syncFolder(missing), Errno.ENOENT, "open", missing);
        fails(() -> storage.renameOver(missing, file), Errno.ENOENT, "rename", missing);
        fails(() -> storage.renameKeeping(missing, path("y")), Errno.ENOENT, "renameat2", missing);
    }

    @Test
    void linksInACircle() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

        fails(() -> storage.open(path("loop"), How.READ), Errno.ELOOP, "open", path("loop"));
    }

    @Test
    void aFileOpenForReadingIsNotWritten() throws IOException {
        String path = Files.createFile(folder.resolve("file")).toString();
        StorageFile file = storage.open(path, How.READ);
        ByteBuffer data = ByteBuffer.allocateDirect(1);

        fails(() -> file.write(data, 0), Errno.EBADF, "pwrite", path);
        fails(() -> file.truncate(0), Errno.EINVAL, "ftruncate", path);
        fails(() -> file.reserve(RANGE), Errno.EBADF, "fallocate", path);
        fails(() -> file.write(data, -1), Errno.EINVAL, "pwrite", path);
        fails(() -> file.read(data, -1), Errno.EINVAL, "pread", path);
        int ioctl = failure(file::deviceSizeBytes).number();
        assertThat(ioctl).isEqualTo(ENOTTY);
        file.close();
    }

    @Test
    void aFileOpenForReplacingIsNotRead() throws IOException {
        StorageFile file = storage.open(path("file"), How.REPLACE);

        fails(() -> file.read(ByteBuffer.allocateDirect(1), 0), Errno.EBADF, "pread", path("file"));
        file.close();
    }

    @Test
    void afterCloseEveryCallIsRefused() throws IOException {
        String path = path("file");
        StorageFile file = storage.open(path, How.CREATE);
        file.close();
        file.close();
        ByteBuffer data = ByteBuffer.allocateDirect(1);

        fails(() -> file.write(data, 0), Errno.EBADF, "pwrite", path);
        fails(() -> file.writeUncached(data, 0), Errno.EBADF, "pwritev2", path);
        fails(() -> file.read(data, 0), Errno.EBADF, "pread", path);
        fails(() -> file.startWriteback(RANGE), Errno.EBADF, "sync_file_range", path);
        fails(() -> file.dropCache(RANGE), Errno.EBADF, "posix_fadvise", path);
        fails(() -> file.reserve(RANGE), Errno.EBADF, "fallocate", path);
        fails(() -> file.truncate(0), Errno.EBADF, "ftruncate", path);
        fails(file::fileSystemType, Errno.EBADF, "fstatfs", path);
        fails(file::facts, Errno.EBADF, "statx", path);
        fails(file::syncData, Errno.EBADF, "fdatasync", path);
        fails(file::sync, Errno.EBADF, "fsync", path);
        fails(file::tryLock, Errno.EBADF, "flock", path);
        fails(file::deviceSizeBytes, Errno.EBADF, "ioctl", path);
        if (storage.capabilities().missing().stream().noneMatch(s -> s.contains("cachestat"))) {
            fails(() -> file.cachedBytes(RANGE), Errno.EBADF, "cachestat", path);
        }
    }

    @Test
    void devicesThatAreNoFiles() throws IOException {
        StorageFile full = storage.open("/dev/full", How.READ_WRITE);
        fails(
                () -> full.write(ByteBuffer.allocateDirect(1), 0),
                Errno.ENOSPC,
                "pwrite",
                "/dev/full");
        fails(() -> full.startWriteback(RANGE), Errno.ESPIPE, "sync_file_range", "/dev/full");
        fails(full::syncData, Errno.EINVAL, "fdatasync", "/dev/full");
        full.close();
    }

    @Test
    void aFolderThatOthersOwn() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Skip.unless(!Files.isWritable(locked), "root may write everywhere");
        String path = locked.resolve("f").toString();

        fails(() -> storage.open(path, How.CREATE), Errno.EACCES, "open", path);
        fails(() -> storage.makeFolder(path), Errno.EACCES, "mkdir", path);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void fails(ThrowingCallable call, Errno errno, String name, String path) {
        OsException failure = failure(call);
        assertThat(failure.errno()).as(failure.getMessage()).isEqualTo(errno);
        assertThat(failure.call()).isEqualTo(name);
        assertThat(failure.path()).isEqualTo(path);
    }

    private static OsException failure(ThrowingCallable call) {
        return catchThrowableOfType(OsException.class, call);
    }
}
