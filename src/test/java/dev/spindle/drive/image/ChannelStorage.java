package dev.spindle.drive.image;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.MountFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** As much of the storage port as reading needs, with errors to order. */
final class ChannelStorage implements Storage {
    /** What every read answers from now on, if anything; not that of an attribute in sysfs. */
    Optional<Errno> readError = Optional.empty();

    /** What every opening answers from now on, if anything. */
    Optional<Errno> openError = Optional.empty();

    /** Makes files look like block devices. */
    boolean playsDevices;

    /** A call brings no more than this. */
    int mostBytes = Integer.MAX_VALUE;

    int openFiles;

    /** The folder that stands for /sys, if any. */
    Optional<Path> sysfs = Optional.empty();

    /** What happens whenever a file is opened. */
    Happening uponOpening = () -> {};

    /** Something that changes files. */
    @FunctionalInterface
    interface Happening {
        void happen() throws IOException;
    }

    @Override
    public StorageFile open(String path, How how) throws OsException {
        if (openError.isPresent()) {
            throw new OsException(openError.get(), "open", path);
        }
        try {
            uponOpening.happen();
        } catch (IOException _) {
            throw new OsException(Errno.EIO, "open", path);
        }
        String place = place(path);
        if (!Files.exists(Path.of(place))) {
            throw new OsException(Errno.ENOENT, "open", path);
        }
        openFiles++;
        return new ChannelFile(place);
    }

    private String place(String path) {
        return path.startsWith("/sys/")
                ? sysfs.map(folder -> folder + path.substring("/sys".length())).orElse("/none")
                : path;
    }

    @Override
    public Optional<FileFacts> lookUp(String text) throws OsException {
        Path path = Path.of(text);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var kind = FileFacts.Kind.OTHER;
        if (Files.isDirectory(path)) {
            kind = FileFacts.Kind.FOLDER;
        } else if (Files.isRegularFile(path)) {
            kind = playsDevices ? FileFacts.Kind.BLOCK_DEVICE : FileFacts.Kind.REGULAR;
        }
        long size = kind == FileFacts.Kind.REGULAR ? size(path) : 0;
        return Optional.of(new FileFacts(kind, size, "0:1", 1, 1, 0, 0));
    }

    private static long size(Path path) throws OsException {
        try {
            return Files.size(path);
        } catch (IOException _) {
            throw new OsException(Errno.EIO, "statx", path.toString());
        }
    }

    private final class ChannelFile implements StorageFile {
        private final String path;

        ChannelFile(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public int read(ByteBuffer into, long offsetBytes) throws OsException {
            boolean isAttribute =
                    sysfs.filter(folder -> Path.of(path).startsWith(folder)).isPresent();
            if (readError.isPresent() && !isAttribute) {
                throw new OsException(readError.get(), "pread", path);
            }
            int wanted = Math.min(into.remaining(), mostBytes);
            try (var channel = FileChannel.open(Path.of(path))) {
                return Math.max(0, channel.read(into.slice(into.position(), wanted), offsetBytes));
            } catch (IOException _) {
                throw new OsException(Errno.EIO, "pread", path);
            }
        }

        @Override
        public long deviceSizeBytes() throws OsException {
            return size(Path.of(path));
        }

        @Override
        public void close() {
            openFiles--;
        }

        @Override
        public FileFacts facts() throws OsException {
            return lookUp(path).orElseThrow();
        }

        @Override
        public int write(ByteBuffer from, long offsetBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startWriteback(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void awaitWriteback(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeBackAndWait(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void dropCache(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long fileSystemType() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void truncate(long sizeBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reserve(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void discard(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void syncData() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sync() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean tryLock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CachedPages> cachedPages(ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(List<ByteBuffer> from, long offsetBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int writeUncached(ByteBuffer from, long offsetBytes) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public FileSystemFacts fileSystem(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void makeFolder(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeFolder(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> list(String folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void renameKeeping(String from, String to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void renameOver(String from, String to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void syncFolder(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MountFacts> mount(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong writeProgressBytes(FileFacts file) {
        throw new UnsupportedOperationException();
    }
}
