package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The three mechanisms that write through the page cache. */
final class BufferedCalls {
    private BufferedCalls() {}

    /** Pages leave the cache by themselves once they are written back. */
    static final class DontCache implements MechanismCalls {
        /** Pages may leave a moment late, or lie there from before: one chunk proves nothing. */
        private static final int MOST_CACHED_CHUNKS = 3;

        private final OutputFiles files;
        private int cachedChunks;

        DontCache(OutputFiles files) {
            this.files = files;
        }

        @Override
        public Mechanism mechanism() {
            return Mechanism.DONTCACHE;
        }

        @Override
        public int write(ByteBuffer from, long offsetBytes) throws OsException {
            return files.data().writeUncached(from, offsetBytes);
        }

        @Override
        public void confirm(ByteRange chunk) throws OsException {
            files.sync().writeBackAndWait(chunk);
        }

        @Override
        public void evict(ByteRange chunk) throws OsException {
            if (cachedChunks > 0) {
                drop(files.sync(), chunk);
            }
        }

        @Override
        public Optional<String> objection(ByteRange chunk) throws OsException {
            boolean isCached =
                    files.sync()
                            .cachedPages(chunk)
                            .filter(pages -> pages.cachedBytes() > chunk.lengthBytes() / 2)
                            .isPresent();
            cachedChunks = isCached ? cachedChunks + 1 : 0;
            return cachedChunks >= MOST_CACHED_CHUNKS
                    ? Optional.of("RWF_DONTCACHE leaves the pages in the cache here")
                    : Optional.empty();
        }

        @Override
        public boolean isUndecided() {
            return cachedChunks > 0;
        }
    }

    /** Writes that leave their pages in the cache, where they are evicted once confirmed. */
    interface Cached extends MechanismCalls {
        OutputFiles files();

        @Override
        default int write(ByteBuffer from, long offsetBytes) throws OsException {
            return files().data().write(from, offsetBytes);
        }

        @Override
        default void evict(ByteRange chunk) throws OsException {
            drop(files().sync(), chunk);
        }
    }

    /** Ranges are kicked, confirmed and evicted. */
    record Range(OutputFiles files) implements Cached {
        @Override
        public Mechanism mechanism() {
            return Mechanism.RANGE;
        }

        @Override
        public boolean kicks() {
            return true;
        }

        @Override
        public void kick(ByteRange chunk) throws OsException {
            files.sync().startWriteback(chunk);
        }

        /** All three flags: WAIT_AFTER alone passes over pages that became dirty again. */
        @Override
        public void confirm(ByteRange chunk) throws OsException {
            files.sync().writeBackAndWait(chunk);
        }

        @Override
        public Optional<String> objection(ByteRange chunk) throws OsException {
            return files.sync()
                    .cachedPages(chunk)
                    .filter(pages -> pages.dirtyBytes() + pages.writebackBytes() > 0)
                    .map(_ -> "sync_file_range returns here before the pages are written");
        }
    }

    /** The whole file is synced, window by window. */
    record Datasync(OutputFiles files) implements Cached {
        @Override
        public Mechanism mechanism() {
            return Mechanism.DATASYNC;
        }

        @Override
        public void confirm(ByteRange chunk) throws OsException {
            files.sync().syncData();
        }

        @Override
        public boolean confirmsAll() {
            return true;
        }
    }

    /** Large folios that stick out of a range stay: so edges are whole MiB, and the rest waits. */
    private static void drop(StorageFile file, ByteRange chunk) throws OsException {
        long startBytes = floorMiB(chunk.startBytes());
        file.dropCache(new ByteRange(startBytes, Math.max(startBytes, floorMiB(chunk.endBytes()))));
    }

    private static long floorMiB(long bytes) {
        return bytes >> 20 << 20;
    }
}
