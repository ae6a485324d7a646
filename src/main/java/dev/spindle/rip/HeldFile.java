package dev.spindle.rip;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The output file that a rip holds. Where a call on it hangs at the end of the rip, the thread in
 * that call closes it on its return: so the lock goes as early as it can. While nobody is in a call
 * it can be exchanged for another description of the same file; who wants to call meanwhile waits.
 */
final class HeldFile implements StorageFile {
    /** An exchange asks a server; it takes as long as that does. */
    private static final Duration LONGEST_EXCHANGE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    /** A call that lasts longer than this hangs: an exchange does not wait for it. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    private final Concurrency concurrency;
    private final Gate gate;
    private final Storage.How how;
    private StorageFile file;
    private int calls;
    private boolean exchanging;
    private boolean retired;

    /**
     * @param how it is opened where it has to be opened once more
     */
    HeldFile(Concurrency concurrency, StorageFile file, Storage.How how) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("held file");
        this.how = how;
        this.file = file;
    }

    Storage.How how() {
        return how;
    }

    /**
     * Begins an exchange: no call begins until its end, and those under way are waited for.
     *
     * @param stop ends that wait
     * @return what is held now; empty where somebody stays in a call, or it was given back
     */
    Optional<StorageFile> suspend(StopToken stop) {
        boolean begun =
                gate.read(() -> {
                    boolean mine = !exchanging && !retired;
                    exchanging |= mine;
                    return mine;
                });
        if (!begun) {
            return Optional.empty();
        }
        var idle = gate.await(() -> calls == 0, concurrency.in(LONGEST_CALL), stop);
        if (idle == Gate.Outcome.MET) {
            return Optional.of(gate.read(() -> file));
        }
        var isLeft = new AtomicBoolean();
        gate.update(() -> {
            exchanging = false;
            isLeft.set(retired && calls == 0);
        });
        if (isLeft.get()) {
            // It was given back meanwhile, and whoever was in a call left it to us.
            closeQuietly();
        }
        return Optional.empty();
    }

    /**
     * Ends an exchange.
     *
     * @param now what calls go to from now on
     * @return whether it is held; else the rip is over, and whoever brought it closes it
     */
    boolean resume(StorageFile now) {
        var isHeld = new AtomicBoolean();
        gate.update(() -> {
            file = now;
            exchanging = false;
            isHeld.set(!retired);
        });
        return isHeld.get();
    }

    /** Ends an exchange by which nothing is held any more: each call fails from now on. */
    void giveUp() {
        gate.update(() -> {
            exchanging = false;
            retired = true;
        });
    }

    @FunctionalInterface
    private interface Call<T extends @Nullable Object> {
        T make(StorageFile file) throws OsException;
    }

    @FunctionalInterface
    private interface Action {
        void make(StorageFile file) throws OsException;
    }

    private <T extends @Nullable Object> T call(Call<T> call) throws OsException {
        var held = begin();
        try {
            return call.make(held);
        } finally {
            if (end()) {
                held.close();
            }
        }
    }

    private StorageFile begin() throws OsException {
        var _ =
                gate.await(
                        () -> !exchanging || retired,
                        concurrency.in(LONGEST_EXCHANGE),
                        StopToken.never());
        var held =
                gate.read(() -> {
                    if (exchanging || retired) {
                        return Optional.<StorageFile>empty();
                    }
                    calls++;
                    return Optional.of(file);
                });
        return held.orElseThrow(
                () -> new OsException(Errno.EBADF, "used after the end of the rip", path()));
    }

    /** Whether the caller was the last one, and closes what is given back. */
    private boolean end() {
        var isLast = new AtomicBoolean();
        gate.update(() -> {
            calls--;
            isLast.set(retired && calls == 0 && !exchanging);
        });
        return isLast.get();
    }

    private void closeQuietly() {
        try {
            closeRetired();
        } catch (OsException known) {
            LOG.debug("closing what was given back: {}", known.getMessage());
        }
    }

    private void run(Action action) throws OsException {
        var _ =
                call(file -> {
                    action.make(file);
                    return true;
                });
    }

    /** Gives it back without blocking; true where nobody is in it, so that the caller closes it. */
    boolean retire() {
        var isMine = new AtomicBoolean();
        gate.update(() -> {
            isMine.set(!retired && calls == 0 && !exchanging);
            retired = true;
        });
        return isMine.get();
    }

    void closeRetired() throws OsException {
        gate.read(() -> file).close();
    }

    @Override
    public void close() throws OsException {
        if (retire()) {
            closeRetired();
        }
    }

    @Override
    public String path() {
        return gate.read(() -> file).path();
    }

    @Override
    public FileFacts facts() throws OsException {
        return call(StorageFile::facts);
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        return call(file -> file.write(from, offsetBytes));
    }

    @Override
    public int write(List<ByteBuffer> from, long offsetBytes) throws OsException {
        return call(file -> file.write(from, offsetBytes));
    }

    @Override
    public int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        return call(file -> file.writeUncached(from, offsetBytes));
    }

    @Override
    public int read(ByteBuffer into, long offsetBytes) throws OsException {
        return call(file -> file.read(into, offsetBytes));
    }

    @Override
    public void startWriteback(ByteRange range) throws OsException {
        run(file -> file.startWriteback(range));
    }

    @Override
    public void awaitWriteback(ByteRange range) throws OsException {
        run(file -> file.awaitWriteback(range));
    }

    @Override
    public void writeBackAndWait(ByteRange range) throws OsException {
        run(file -> file.writeBackAndWait(range));
    }

    @Override
    public void dropCache(ByteRange range) throws OsException {
        run(file -> file.dropCache(range));
    }

    @Override
    public long fileSystemType() throws OsException {
        return call(StorageFile::fileSystemType);
    }

    @Override
    public void truncate(long sizeBytes) throws OsException {
        run(file -> file.truncate(sizeBytes));
    }

    @Override
    public void reserve(ByteRange range) throws OsException {
        run(file -> file.reserve(range));
    }

    @Override
    public void discard(ByteRange range) throws OsException {
        run(file -> file.discard(range));
    }

    @Override
    public void syncData() throws OsException {
        run(StorageFile::syncData);
    }

    @Override
    public void sync() throws OsException {
        run(StorageFile::sync);
    }

    @Override
    public boolean tryLock() throws OsException {
        return call(StorageFile::tryLock);
    }

    @Override
    public Optional<CachedPages> cachedPages(ByteRange range) throws OsException {
        return call(file -> file.cachedPages(range));
    }

    @Override
    public long deviceSizeBytes() throws OsException {
        return call(StorageFile::deviceSizeBytes);
    }
}
