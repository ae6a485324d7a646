package dev.spindle.library;

import dev.spindle.os.Storage;
import dev.spindle.rescue.DriveLessons;
import dev.spindle.rip.DriveMemory;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what rips have learned of drives in a file of the user's. Threads of its own read and write
 * it: a home folder that hangs holds up no rip. Safe for all threads.
 */
public final class LessonStore implements DriveMemory {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.library");

    /** What is not there by then the rip learns anew. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Concurrency concurrency;
    private final Storage storage;
    private final Optional<String> path;
    private final long pid;
    private final Gate gate;
    private final Map<DriveMemory.Key, DriveLessons> known = new HashMap<>();
    private final Map<DriveMemory.Key, DriveLessons> unsaved = new HashMap<>();
    private boolean isLoading;
    private boolean isLoaded;
    private boolean isSaving;

    /**
     * A store.
     *
     * @param path absolute path of the file; empty to remember nothing beyond this process
     * @param pid of this process
     */
    public LessonStore(Concurrency concurrency, Storage storage, Optional<String> path, long pid) {
        this.concurrency = concurrency;
        this.storage = storage;
        this.path = path;
        this.pid = pid;
        this.gate = concurrency.gate("drive lessons");
    }

    @Override
    public Optional<DriveLessons> recall(DriveMemory.Key key, StopToken stop) {
        boolean start =
                gate.read(() -> {
                    boolean isFirst = path.isPresent() && !isLoading;
                    isLoading = true;
                    return isFirst;
                });
        if (start) {
            var _ = concurrency.start("lessons-load", this::load);
        }
        if (path.isPresent()) {
            var _ = gate.await(() -> isLoaded, concurrency.in(PATIENCE), stop);
        }
        return gate.read(() -> Optional.ofNullable(known.get(key)));
    }

    @Override
    public void learn(DriveMemory.Key key, DriveLessons lessons) {
        boolean start =
                gate.read(() -> {
                    known.put(key, lessons);
                    if (path.isEmpty()) {
                        return false;
                    }
                    unsaved.put(key, lessons);
                    boolean wasSaving = isSaving;
                    isSaving = true;
                    return !wasSaving;
                });
        if (start) {
            var _ = concurrency.start("lessons-save", this::save);
        }
    }

    /**
     * Waits until all that was learned is saved, or could not be.
     *
     * @return false where the deadline passed first
     */
    public boolean awaitIdle(Deadline deadline) {
        return gate.await(() -> !isSaving, deadline, StopToken.never()) == Gate.Outcome.MET;
    }

    private void load() {
        var read = read();
        gate.update(() -> {
            read.forEach(known::putIfAbsent);
            isLoaded = true;
        });
    }

    private void save() {
        while (true) {
            var changes =
                    gate.read(() -> {
                        var taken = Map.copyOf(unsaved);
                        unsaved.clear();
                        return taken;
                    });
            write(changes);
            gate.update(() -> isSaving = !unsaved.isEmpty());
            if (gate.read(() -> !isSaving)) {
                return;
            }
        }
    }

    /** What another program has learned meanwhile stays. */
    private void write(Map<DriveMemory.Key, DriveLessons> changes) {
        try {
            var all = new HashMap<>(read());
            all.putAll(changes);
            SmallFile.replace(storage, path.orElseThrow(), LessonText.write(all), pid);
        } catch (IOException problem) {
            LOG.warn("what was learned of the drive is not kept: {}", problem.getMessage());
        }
    }

    private Map<DriveMemory.Key, DriveLessons> read() {
        try {
            return SmallFile.read(storage, path.orElseThrow())
                    .map(LessonText::read)
                    .orElse(Map.of());
        } catch (IOException problem) {
            LOG.warn("what is known of drives can't be read: {}", problem.getMessage());
            return Map.of();
        }
    }
}
