package dev.spindle.library;

import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the settings: in memory at once, in their file a moment after the last change. Two programs
 * that run side by side don't undo each other's changes: what is written is what the file holds by
 * then, with this program's changes made to it.
 *
 * <p>Safe for all threads. Only {@link #load} blocks on the file; saving has a thread of its own.
 */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.library");

    /** Whoever drags a slider must not have each step written. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** Another program writes for a moment only. */
    private static final Duration LOCK_RETRY = Duration.ofMillis(100);

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(3);

    private final Concurrency concurrency;
    private final Storage storage;
    private final Optional<String> path;
    private final long pid;
    private final Gate gate;
    private final List<UnaryOperator<Settings>> unsaved = new ArrayList<>();
    private Settings current = Settings.STANDARD;
    private long lastChangeNanos;
    private boolean isSaving;
    private boolean isUrgent;

    /**
     * A store.
     *
     * @param path absolute path of the file; empty to keep settings in memory only
     * @param pid of this process
     */
    public SettingsStore(
            Concurrency concurrency, Storage storage, Optional<String> path, long pid) {
        this.concurrency = concurrency;
        this.storage = storage;
        this.path = path;
        this.pid = pid;
        this.gate = concurrency.gate("settings");
    }

    /**
     * Reads the file. One that is damaged is set aside as {@code settings.json.damaged}; where
     * nothing can be read, the standard holds.
     */
    public Settings load() {
        if (path.isPresent()) {
            Settings read = read(path.get());
            gate.update(() -> {
                current = read;
                unsaved.forEach(change -> current = change.apply(current));
            });
        }
        return current();
    }

    /** The settings now, saved or not. */
    public Settings current() {
        return gate.read(() -> current);
    }

    /** Changes the settings; {@code change} may be applied more than once. */
    public void update(UnaryOperator<Settings> change) {
        boolean start =
                gate.read(() -> {
                    current = change.apply(current);
                    lastChangeNanos = concurrency.nanoTime();
                    if (path.isEmpty()) {
                        return false;
                    }
                    unsaved.add(change);
                    boolean wasSaving = isSaving;
                    isSaving = true;
                    return !wasSaving;
                });
        if (start) {
            var _ = concurrency.start("settings", this::save);
        }
    }

    /**
     * Saves what is not saved yet without waiting for more.
     *
     * @return false where that took longer than the deadline, or failed
     */
    public boolean flush(Deadline deadline) {
        gate.update(() -> isUrgent = true);
        boolean isIdle =
                gate.await(() -> !isSaving, deadline, StopToken.never()) == Gate.Outcome.MET;
        gate.update(() -> isUrgent = false);
        return isIdle && gate.read(unsaved::isEmpty);
    }

    private void save() {
        while (true) {
            awaitQuiet();
            var changes = gate.read(() -> List.copyOf(unsaved));
            boolean isSaved = write(path.orElseThrow(), changes);
            if (gate.read(() -> hasEnded(changes.size(), isSaved))) {
                gate.update(() -> {}); // wakes those who wait for the end
                return;
            }
        }
    }

    /** What could not be saved waits for the next change: the disk may be full for a while. */
    private boolean hasEnded(int savedCount, boolean isSaved) {
        if (isSaved) {
            unsaved.subList(0, savedCount).clear();
        }
        boolean hasMore = unsaved.size() > (isSaved ? 0 : savedCount);
        isSaving = hasMore;
        return !hasMore;
    }

    private void awaitQuiet() {
        while (true) {
            Deadline quiet = Deadline.at(gate.read(() -> lastChangeNanos) + QUIET.toNanos());
            var outcome = gate.await(() -> isUrgent, quiet, StopToken.never());
            long now = concurrency.nanoTime();
            if (outcome == Gate.Outcome.MET
                    || gate.read(() -> now - lastChangeNanos) >= QUIET.toNanos()) {
                return;
            }
        }
    }

    private boolean write(String file, List<UnaryOperator<Settings>> changes) {
        try {
            StorageFile lock = lock(file);
            try {
                Settings next = read(file);
                for (var change : changes) {
                    next = change.apply(next);
                }
                SmallFile.replace(storage, file, SettingsText.write(next), pid);
            } finally {
                lock.close();
            }
            return true;
        } catch (IOException problem) {
            LOG.warn("the settings could not be saved: {}", problem.getMessage());
            return false;
        }
    }

    /**
     * Keeps other programs from changing the file meanwhile. One that holds the lock for too long
     * hangs itself; and a file system without locks is no reason to lose settings.
     */
    private StorageFile lock(String file) throws IOException {
        SmallFile.makeFolderOf(storage, file);
        StorageFile lock = storage.open(file + ".lock", Storage.How.CREATE);
        Deadline patience = concurrency.in(LOCK_PATIENCE);
        try {
            while (!lock.tryLock() && !patience.hasPassed(concurrency.nanoTime())) {
                var _ = gate.pause(concurrency.in(LOCK_RETRY), StopToken.never());
            }
        } catch (IOException noLocks) {
            LOG.debug("the settings can't be locked: {}", noLocks.getMessage());
        }
        return lock;
    }

    private Settings read(String file) {
        try {
            var text = SmallFile.read(storage, file);
            if (text.isEmpty()) {
                return Settings.STANDARD;
            }
            var settings = SettingsText.read(text.get());
            if (settings.isEmpty()) {
                LOG.warn("the settings were damaged; they are kept as {}.damaged", file);
                storage.renameOver(file, file + ".damaged");
            }
            return settings.orElse(Settings.STANDARD);
        } catch (IOException problem) {
            LOG.warn("the settings could not be read: {}", problem.getMessage());
            return Settings.STANDARD;
        }
    }
}
