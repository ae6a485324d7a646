package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.MountFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Concurrency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Storage in memory that follows a script; see the package. Safe for all threads. */
public final class ScriptedStorage implements Storage {
    private final Concurrency concurrency;
    private final Disk disk;
    private final Calls calls;
    private final PathCalls paths;

    /** An empty file system on an instant device. */
    public ScriptedStorage(Concurrency concurrency) {
        this(concurrency, new Disk(new Volume()));
    }

    private ScriptedStorage(Concurrency concurrency, Disk disk) {
        this.concurrency = concurrency;
        this.disk = disk;
        this.calls = new Calls(concurrency, disk.device);
        this.paths = new PathCalls(calls, disk);
    }

    /** Makes rules for calls of this kind. */
    public CallMatch on(CallKind kind) {
        return new CallMatch(calls, call -> call.kind() == kind, _ -> true);
    }

    /** Each call of this kind takes so long. */
    public Rule cost(CallKind kind, Duration cost) {
        return on(kind).cost(cost);
    }

    /** The n-th call of this kind from now on hangs so long. */
    public Rule hang(CallKind kind, long nth, Duration duration) {
        return on(kind).nth(nth).hang(duration);
    }

    /** The n-th call of this kind from now on fails. */
    public Rule fail(CallKind kind, long nth, Errno errno) {
        return on(kind).nth(nth).fail(errno);
    }

    public DeviceControl device() {
        return new DeviceControl(calls, disk.device);
    }

    public VolumeControl volume() {
        return new VolumeControl(calls, disk.volume);
    }

    /** What a test puts in and looks at, past all calls. */
    public Insight insight() {
        return new Insight(calls, disk);
    }

    /** The calls that have ended, in that order. */
    public List<TraceEntry> trace() {
        return calls.trace();
    }

    public List<TraceEntry> trace(CallKind kind) {
        return calls.trace().stream().filter(entry -> entry.kind() == kind).toList();
    }

    public List<CallSite> callsUnderWay() {
        return calls.underWay();
    }

    /**
     * A power cut now would leave this at the least: only what was flushed, only names that were
     * synced. This storage goes on, so that a run can be cut at many moments.
     */
    public ScriptedStorage crashCopy() {
        return crashCopy(Optional.empty(), concurrency);
    }

    /** One of the states that a power cut now could leave, picked by the seed. */
    public ScriptedStorage crashCopy(long seed) {
        return crashCopy(Optional.of(new SplittableRandom(seed)), concurrency);
    }

    /** The same for a run on another clock; without a random, the least. */
    public ScriptedStorage crashCopy(Optional<RandomGenerator> random, Concurrency next) {
        return new ScriptedStorage(next, calls.read(() -> disk.afterPowerCut(random)));
    }

    /**
     * Kills the process: its descriptions and locks are gone, and none of its calls has an effect
     * or returns any more. What is in the page cache stays.
     *
     * @return the storage as the next process finds it
     */
    public ScriptedStorage processDied() {
        return processDied(concurrency);
    }

    /** The same where the next process lives on another clock. */
    public ScriptedStorage processDied(Concurrency next) {
        calls.change(() -> {
            List.copyOf(disk.open).forEach(Description::release);
            disk.device.moveTo(calls.now(), next.nanoTime());
            calls.die();
        });
        return new ScriptedStorage(next, disk);
    }

    /**
     * The server is started anew and knows nothing of what was open: all calls on it answer EBADF,
     * as on SMB, until it is opened again. What the client has not written yet it keeps.
     */
    public void serverForgetsHandles() {
        calls.change(() -> List.copyOf(disk.open).forEach(Description::forget));
    }

    @Override
    public StorageFile open(String path, How how) throws OsException {
        return paths.open(path, how);
    }

    @Override
    public Optional<FileFacts> lookUp(String path) throws OsException {
        return paths.lookUp(path);
    }

    @Override
    public FileSystemFacts fileSystem(String path) throws OsException {
        return paths.fileSystem(path);
    }

    @Override
    public void makeFolder(String path) throws OsException {
        paths.makeFolder(path);
    }

    @Override
    public void removeFolder(String path) throws OsException {
        paths.removeFolder(path);
    }

    @Override
    public List<String> list(String folder) throws OsException {
        return paths.list(folder);
    }

    @Override
    public void renameKeeping(String from, String to) throws OsException {
        paths.rename(CallKind.RENAME_KEEPING, from, to);
    }

    @Override
    public void renameOver(String from, String to) throws OsException {
        paths.rename(CallKind.RENAME_OVER, from, to);
    }

    @Override
    public void remove(String path) throws OsException {
        paths.remove(path);
    }

    @Override
    public void syncFolder(String path) throws OsException {
        paths.syncFolder(path);
    }

    @Override
    public Optional<MountFacts> mount(String path) {
        return calls.read(() -> disk.volume.mount);
    }

    @Override
    public OptionalLong writeProgressBytes(FileFacts file) {
        return calls.read(() ->
                disk.volume.countsWrites
                        ? OptionalLong.of(
                                disk.volume.countStands
                                        ? 4096
                                        : disk.device.writtenBytes(calls.now()))
                        : OptionalLong.empty());
    }
}
