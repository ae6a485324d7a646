package dev.spindle.os.linux;

import dev.spindle.os.Capabilities;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.MountFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Storage calls of Linux. */
public final class LinuxStorage implements Storage {
    /** What umask takes from: everything for all. */
    private static final int NEW_FOLDER_MODE = 0777;

    private final LibC libC;
    private final int folderFlags;
    private final FileLookup lookup;
    private final Renaming renaming;
    private final DeviceCounters counters;
    private final Capabilities capabilities;

    /**
     * Storage calls of this machine.
     *
     * @throws UnsupportedOperationException on a processor whose constants we don't know
     */
    public LinuxStorage() {
        this(LibC.load());
    }

    LinuxStorage(LibC libC) {
        this.libC = libC;
        folderFlags =
                OpenFlags.O_RDONLY | OpenFlags.O_CLOEXEC | OpenFlags.ofThisMachine().directory();
        lookup = new FileLookup(libC);
        renaming = new Renaming(libC, lookup);
        counters = new DeviceCounters(lookup);
        capabilities = NativeProbe.ask(libC);
    }

    /** What this machine lacks, asked once at the start. */
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public StorageFile open(String path, How how) throws OsException {
        return new LinuxFile(libC, lookup, Descriptor.open(libC, path, OpenFlags.of(how)));
    }

    @Override
    public Optional<FileFacts> lookUp(String path) throws OsException {
        try {
            return Optional.of(lookup.of(path).toFacts());
        } catch (OsException e) {
            if (e.errno() == Errno.ENOENT || e.errno() == Errno.ENOTDIR) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public FileSystemFacts fileSystem(String path) throws OsException {
        byte[] buffer = new byte[Statfs.SIZE_BYTES];
        Calls.retrying("statfs", path, () -> libC.statfs(path, buffer));
        Statfs found = Statfs.parse(buffer);
        return new FileSystemFacts(
                found.type(), found.freeBytes(), found.readOnly(), processFileLimitBytes(path));
    }

    /** RLIM_INFINITY is all ones, so as a signed number every huge limit is negative. */
    private long processFileLimitBytes(String path) throws OsException {
        long[] softAndHard = new long[2];
        Calls.once("getrlimit", path, () -> libC.getrlimit(Flags.RLIMIT_FSIZE, softAndHard));
        return softAndHard[0] < 0 ? Long.MAX_VALUE : softAndHard[0];
    }

    @Override
    public void makeFolder(String path) throws OsException {
        Calls.once("mkdir", path, () -> libC.mkdir(path, NEW_FOLDER_MODE));
    }

    @Override
    public void removeFolder(String path) throws OsException {
        Calls.once("rmdir", path, () -> libC.rmdir(path));
    }

    @Override
    public List<String> list(String folder) throws OsException {
        try (Descriptor open = Descriptor.open(libC, folder, folderFlags)) {
            return FolderListing.read(libC, open);
        }
    }

    @Override
    public void renameKeeping(String from, String to) throws OsException {
        renaming.keeping(from, to);
    }

    @Override
    public void renameOver(String from, String to) throws OsException {
        renaming.over(from, to);
    }

    @Override
    public void remove(String path) throws OsException {
        Calls.once("unlink", path, () -> libC.unlink(path));
    }

    @Override
    public void syncFolder(String path) throws OsException {
        try (Descriptor open = Descriptor.open(libC, path, folderFlags)) {
            open.call("fsync", libC::fsync);
        }
    }

    @Override
    public Optional<MountFacts> mount(String path) {
        Mounts mounts = Mounts.now();
        return mounts.under(path, mountId(path)).map(mounts::facts);
    }

    private OptionalLong mountId(String path) {
        try {
            Statx found = lookup.of(path);
            return found.has(Flags.STATX_MNT_ID)
                    ? OptionalLong.of(found.mountId())
                    : OptionalLong.empty();
        } catch (OsException _) {
            return OptionalLong.empty();
        }
    }

    @Override
    public OptionalLong writeProgressBytes(FileFacts file) {
        return counters.writtenBytes(file);
    }
}
