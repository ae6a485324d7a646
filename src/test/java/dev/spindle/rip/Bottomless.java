package dev.spindle.rip;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.MountFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A storage that keeps small files and of an image only its size, so that it holds one of any
 * length. Of each sector that is written it looks at the number that {@link EndlessDisc} has put
 * there. Safe for all threads.
 */
final class Bottomless implements Storage {
    private static final long EXT4 = 0xEF53;
    private static final long FREE_BYTES = 1L << 50;

    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private final AtomicLong inodes = new AtomicLong(1);
    private final AtomicLong wrongSectors = new AtomicLong();

    /** Bytes, or where they are too many their number. */
    private static final class Content {
        private final long inode;
        private final boolean isImage;
        private volatile byte[] bytes = new byte[0];
        private volatile long sizeBytes;

        Content(long inode, boolean isImage) {
            this.inode = inode;
            this.isImage = isImage;
        }
    }

    /** Sectors that came to another place than their own. */
    long wrongSectors() {
        return wrongSectors.get();
    }

    private Content content(String path, boolean make) throws OsException {
        Content found =
                make
                        ? contents.computeIfAbsent(
                                path,
                                name ->
                                        new Content(
                                                inodes.incrementAndGet(), name.contains(".iso")))
                        : contents.get(path);
        if (found == null) {
            throw new OsException(Errno.ENOENT, "open", path);
        }
        return found;
    }

    @Override
    public StorageFile open(String path, How how) throws OsException {
        boolean make = how == How.CREATE || how == How.CREATE_NEW || how == How.REPLACE;
        var content = content(path, make);
        if (how == How.DIRECT || how == How.READ_DIRECT) {
            throw new OsException(Errno.EINVAL, "open", path);
        }
        if (how == How.REPLACE) {
            content.bytes = new byte[0];
            content.sizeBytes = 0;
        }
        return new Open(path, content);
    }

    private static FileFacts facts(Content content) {
        return new FileFacts(
                FileFacts.Kind.REGULAR, content.sizeBytes, "8:1", content.inode, 1, 0, 0);
    }

    @Override
    public Optional<FileFacts> lookUp(String path) {
        boolean isFolder = path.equals("/") || path.equals("/out");
        return isFolder
                ? Optional.of(new FileFacts(FileFacts.Kind.FOLDER, 0, "8:1", 1, 1, 0, 0))
                : Optional.ofNullable(contents.get(path)).map(Bottomless::facts);
    }

    @Override
    public FileSystemFacts fileSystem(String path) {
        return new FileSystemFacts(EXT4, FREE_BYTES, false, Long.MAX_VALUE);
    }

    @Override
    public Optional<MountFacts> mount(String path) {
        return Optional.empty();
    }

    @Override
    public void makeFolder(String path) {}

    @Override
    public void removeFolder(String path) {}

    @Override
    public List<String> list(String folder) {
        return List.copyOf(contents.keySet());
    }

    @Override
    public void renameKeeping(String from, String to) throws OsException {
        if (contents.containsKey(to)) {
            throw new OsException(Errno.EEXIST, "renameat2", to);
        }
        renameOver(from, to);
    }

    @Override
    public void renameOver(String from, String to) throws OsException {
        var moved = content(from, false);
        contents.put(to, moved);
        contents.remove(from);
    }

    @Override
    public void remove(String path) throws OsException {
        var _ = content(path, false);
        contents.remove(path);
    }

    @Override
    public void syncFolder(String path) {}

    @Override
    public OptionalLong writeProgressBytes(FileFacts file) {
        return OptionalLong.empty();
    }

    /** One description; all of a file see the same. */
    private final class Open implements StorageFile {
        private final String path;
        private final Content content;

        Open(String path, Content content) {
            this.path = path;
            this.content = content;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public FileFacts facts() {
            return Bottomless.facts(content);
        }

        @Override
        public int write(ByteBuffer from, long offsetBytes) {
            int length = from.remaining();
            long end = offsetBytes + length;
            if (content.isImage) {
                wrongSectors.addAndGet(EndlessDisc.wrongSectors(from, offsetBytes));
            } else {
                byte[] longer = new byte[Math.max(content.bytes.length, (int) end)];
                System.arraycopy(content.bytes, 0, longer, 0, content.bytes.length);
                from.get(from.position(), longer, (int) offsetBytes, length);
                content.bytes = longer;
            }
            content.sizeBytes = Math.max(content.sizeBytes, end);
            return length;
        }

        @Override
        public int write(List<ByteBuffer> from, long offsetBytes) throws OsException {
            return write(from.getFirst(), offsetBytes);
        }

        @Override
        public int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
            throw new OsException(Errno.EOPNOTSUPP, "pwritev2", path);
        }

        @Override
        public int read(ByteBuffer into, long offsetBytes) {
            int length = (int) Math.min(into.remaining(), content.sizeBytes - offsetBytes);
            if (length <= 0) {
                return 0;
            }
            if (!content.isImage) {
                into.put(into.position(), content.bytes, (int) offsetBytes, length);
            }
            return length;
        }

        @Override
        public void truncate(long sizeBytes) {
            content.sizeBytes = sizeBytes;
        }

        @Override
        public long fileSystemType() {
            return EXT4;
        }

        @Override
        public boolean tryLock() {
            return true;
        }

        @Override
        public Optional<CachedPages> cachedPages(ByteRange range) {
            return Optional.empty();
        }

        @Override
        public long deviceSizeBytes() {
            return 0;
        }

        @Override
        public void startWriteback(ByteRange range) {}

        @Override
        public void awaitWriteback(ByteRange range) {}

        @Override
        public void writeBackAndWait(ByteRange range) {}

        @Override
        public void dropCache(ByteRange range) {}

        @Override
        public void reserve(ByteRange range) {}

        @Override
        public void discard(ByteRange range) {}

        @Override
        public void syncData() {}

        @Override
        public void sync() {}

        @Override
        public void close() {}
    }
}
