package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The calls that are about paths. */
final class PathCalls {
    private static final int LONGEST_NAME_BYTES = 255;

    private final Calls calls;
    private final Disk disk;

    PathCalls(Calls calls, Disk disk) {
        this.calls = calls;
        this.disk = disk;
    }

    /** What a call does at one moment. */
    private interface Act<T> {
        T run(CallSite call) throws OsException;
    }

    private <T> T at(CallKind kind, String path, Act<T> act) throws OsException {
        return calls.call(
                kind,
                path,
                Calls.NO_RANGE,
                (call, _) ->
                        calls.effect(() -> {
                            checkPath(call, path);
                            return act.run(call);
                        }));
    }

    StorageFile open(String path, How how) throws OsException {
        return at(
                CallKind.OPEN,
                path,
                call ->
                        new ScriptedFile(
                                new Description(calls, disk, opened(call, path, how), path, how)));
    }

    private Inode opened(CallSite call, String path, How how) throws OsException {
        Inode inode = disk.find(path);
        boolean makes =
                how != How.READ
                        && how != How.READ_DIRECT
                        && how != How.READ_WRITE
                        && how != How.DIRECT;
        if (inode == null) {
            if (!makes) {
                throw call.failure(Errno.ENOENT);
            }
            checkRoomFor(call, path);
            return disk.create(path, FileFacts.Kind.REGULAR);
        }
        if (how == How.CREATE_NEW) {
            throw call.failure(Errno.EEXIST);
        }
        if (inode.isFolder()) {
            throw call.failure(Errno.EISDIR);
        }
        if (how != How.READ) {
            disk.volume.checkWritable(call);
        }
        if (how == How.DIRECT && !disk.volume.takesDirect) {
            throw call.failure(Errno.EINVAL);
        }
        if (how == How.REPLACE) {
            disk.resize(inode, 0);
        }
        return inode;
    }

    Optional<FileFacts> lookUp(String path) throws OsException {
        return at(
                CallKind.LOOK_UP, path, _ -> Optional.ofNullable(disk.find(path)).map(disk::facts));
    }

    FileSystemFacts fileSystem(String path) throws OsException {
        return at(
                CallKind.FILE_SYSTEM,
                path,
                call -> {
                    var _ = existing(call, path);
                    return disk.volume.facts();
                });
    }

    void makeFolder(String path) throws OsException {
        var _ =
                at(
                        CallKind.MAKE_FOLDER,
                        path,
                        call -> {
                            if (disk.find(path) != null) {
                                throw call.failure(Errno.EEXIST);
                            }
                            checkRoomFor(call, path);
                            return disk.create(path, FileFacts.Kind.FOLDER);
                        });
    }

    void removeFolder(String path) throws OsException {
        var _ =
                at(
                        CallKind.REMOVE_FOLDER,
                        path,
                        call -> {
                            Inode inode = folder(call, path);
                            if (!disk.names.in(path).isEmpty()) {
                                throw call.failure(Errno.ENOTEMPTY);
                            }
                            return removed(call, path, inode);
                        });
    }

    List<String> list(String path) throws OsException {
        return at(
                CallKind.LIST,
                path,
                call -> {
                    var _ = folder(call, path);
                    return disk.names.in(path);
                });
    }

    void remove(String path) throws OsException {
        var _ =
                at(
                        CallKind.REMOVE,
                        path,
                        call -> {
                            Inode inode = existing(call, path);
                            if (inode.isFolder()) {
                                throw call.failure(Errno.EISDIR);
                            }
                            return removed(call, path, inode);
                        });
    }

    private Inode removed(CallSite call, String path, Inode inode) throws OsException {
        disk.volume.checkWritable(call);
        disk.names.remove(path, inode);
        disk.freeIfUnused(inode);
        return inode;
    }

    void rename(CallKind kind, String from, String to) throws OsException {
        var _ = at(kind, from, call -> renamed(call, from, to));
    }

    private Inode renamed(CallSite call, String from, String to) throws OsException {
        Inode inode = existing(call, from);
        Inode target = disk.find(to);
        if (target != null && call.kind() == CallKind.RENAME_KEEPING) {
            throw call.failure(Errno.EEXIST);
        }
        if (target != null && inode.isFolder() != target.isFolder()) {
            throw call.failure(inode.isFolder() ? Errno.ENOTDIR : Errno.EISDIR);
        }
        if (target != null && target.isFolder() && !disk.names.in(to).isEmpty()) {
            throw call.failure(Errno.ENOTEMPTY);
        }
        checkRoomFor(call, to);
        if (target != inode) {
            disk.names.rename(from, to, inode);
        }
        if (target != null) {
            disk.freeIfUnused(target);
        }
        return inode;
    }

    void syncFolder(String path) throws OsException {
        var _ =
                calls.call(
                        CallKind.SYNC_FOLDER,
                        path,
                        Calls.NO_RANGE,
                        (call, _) -> {
                            calls.awaitThaw();
                            return calls.effect(() -> {
                                Inode inode = folder(call, path);
                                disk.names.syncFolder(path, inode);
                                return inode;
                            });
                        });
    }

    private Inode existing(CallSite call, String path) throws OsException {
        @Nullable Inode inode = disk.find(path);
        if (inode == null) {
            throw call.failure(Errno.ENOENT);
        }
        return inode;
    }

    private Inode folder(CallSite call, String path) throws OsException {
        Inode inode = existing(call, path);
        if (!inode.isFolder()) {
            throw call.failure(Errno.ENOTDIR);
        }
        return inode;
    }

    /** Whether a name can be put there. */
    private void checkRoomFor(CallSite call, String path) throws OsException {
        var _ = folder(call, Names.parent(path));
        disk.volume.checkWritable(call);
        checkPath(call, path);
    }

    private static void checkPath(CallSite call, String path) throws OsException {
        if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
            throw new IllegalArgumentException("no absolute path: " + path);
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
            throw call.failure(Errno.ENAMETOOLONG);
        }
    }
}
