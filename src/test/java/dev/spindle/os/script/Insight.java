package dev.spindle.os.script;

import dev.spindle.os.FileFacts;

import java.nio.ByteBuffer;
import java.util.List;

/** A test's own hands and eyes: nothing here is a call, takes time or can fail. */
public final class Insight {
    private final Calls calls;
    private final Disk disk;

    Insight(Calls calls, Disk disk) {
        this.calls = calls;
        this.disk = disk;
    }

    /** Makes a folder and those above it, durably. */
    public void folder(String path) {
        calls.change(() -> disk.names.syncFile(folderNow(path)));
    }

    /** Makes a file, or gives it this content, durably and not cached. */
    public void file(String path, byte[] content) {
        calls.change(() -> {
            var _ = folderNow(Names.parent(path));
            Inode found = disk.find(path);
            Inode inode = found != null ? found : disk.create(path, FileFacts.Kind.REGULAR);
            disk.put(inode, ByteBuffer.wrap(content));
            disk.names.syncFile(inode);
        });
    }

    private Inode folderNow(String path) {
        Inode inode = disk.find(path);
        if (inode == null) {
            var _ = folderNow(Names.parent(path));
            inode = disk.create(path, FileFacts.Kind.FOLDER);
        }
        return inode;
    }

    public boolean exists(String path) {
        return calls.read(() -> disk.find(path) != null);
    }

    /** All paths, in order. */
    public List<String> paths() {
        return calls.read(() -> disk.names.all());
    }

    /** What a reader sees. */
    public byte[] content(String path) {
        return calls.read(() -> inode(path).seen.bytes(inode(path).sizeBytes));
    }

    /** What has reached the device, in the file's present size. */
    public byte[] deviceContent(String path) {
        return calls.read(() -> inode(path).onDevice.bytes(inode(path).sizeBytes));
    }

    /** What a power cut would surely leave, wherever the name then is. */
    public byte[] durableContent(String path) {
        return calls.read(() -> inode(path).durable.bytes(inode(path).durableSizeBytes));
    }

    public long dirtyBytes(String path) {
        return calls.read(() -> inode(path).cache.dirty.sizeBytes());
    }

    public long underWritebackBytes(String path) {
        return calls.read(() -> inode(path).cache.underWriteback.sizeBytes());
    }

    public long cleanCachedBytes(String path) {
        return calls.read(() -> inode(path).cache.clean.sizeBytes());
    }

    public long allocatedBytes(String path) {
        return calls.read(() -> inode(path).allocated.sizeBytes());
    }

    /** The paths of the open descriptions, in the order in which they were opened. */
    public List<String> openFiles() {
        return calls.read(() -> disk.open.stream().map(description -> description.path).toList());
    }

    public boolean isLocked(String path) {
        return calls.read(() -> inode(path).lockHolder != null);
    }

    private Inode inode(String path) {
        Inode inode = disk.find(path);
        if (inode == null) {
            throw new IllegalArgumentException("nothing is at " + path);
        }
        return inode;
    }
}
