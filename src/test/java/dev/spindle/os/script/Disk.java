package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A file system on its device. Not safe for threads: guarded by the gate of its calls. */
final class Disk {
    static final String DEVICE = "8:1";

    final Volume volume;
    final Device device = new Device();
    final Names names;

    /** The open descriptions of the process that lives. */
    final List<Description> open = new ArrayList<>();

    private long inodes = 1;

    Disk(Volume volume) {
        this.volume = volume;
        this.names = new Names(new Inode(1, FileFacts.Kind.FOLDER, Names.ROOT));
    }

    @Nullable Inode find(String path) {
        return names.find(path);
    }

    Inode create(String path, FileFacts.Kind kind) {
        var inode = new Inode(++inodes, kind, path);
        names.add(path, inode);
        return inode;
    }

    FileFacts facts(Inode inode) {
        int align =
                inode.kind == FileFacts.Kind.REGULAR && volume.tellsDirectAlign
                        ? volume.directAlignBytes
                        : 0;
        return new FileFacts(
                inode.kind, inode.sizeBytes, DEVICE, inode.number, inode.linkCount, align, align);
    }

    /** Frees the blocks of an inode that has neither names nor descriptions. */
    void freeIfUnused(Inode inode) {
        if (inode.linkCount == 0 && inode.openCount == 0) {
            inode.cache.forget(new ByteRange(0, Long.MAX_VALUE));
            volume.freed(inode);
        }
    }

    /** Gives a file a durable content. */
    void put(Inode inode, ByteBuffer content) {
        int sizeBytes = content.remaining();
        resize(inode, 0);
        var _ = volume.allocate(inode, ByteRange.at(0, sizeBytes));
        inode.write(content, 0);
        var pages = new ByteRange(0, Pages.up(sizeBytes));
        inode.cache.submitted(pages);
        inode.reachedDevice(pages);
        inode.drop(pages);
        inode.flushed(sizeBytes);
    }

    void resize(Inode inode, long sizeBytes) {
        long beforeBytes = inode.allocated.sizeBytes();
        inode.resize(sizeBytes);
        volume.booked(beforeBytes, inode);
    }

    /**
     * Takes blocks for what a call writes.
     *
     * @return how much of its range, from its start, may be written
     */
    long room(CallSite call, Inode inode, long mostBytes) throws OsException {
        ByteRange range = call.range();
        long room = volume.largestFileBytes() - range.startBytes();
        if (room <= 0) {
            throw call.failure(Errno.EFBIG);
        }
        long wanted = Math.min(range.lengthBytes(), Math.min(room, mostBytes));
        long got = volume.allocate(inode, ByteRange.at(range.startBytes(), wanted));
        if (got == 0 && wanted > 0) {
            throw call.failure(Errno.ENOSPC);
        }
        return got;
    }

    /** Hands the dirty pages of the range to the device. */
    void kick(Inode inode, ByteRange range, long nowNanos) {
        inode.cache
                .kickable(range)
                .ranges()
                .forEach(pages -> device.submit(inode, pages, nowNanos));
    }

    /** The disk as a power cut would leave it, after the next start. */
    Disk afterPowerCut(Optional<RandomGenerator> random) {
        var disk = new Disk(volume.emptied());
        Map<Inode, Inode> copies = new HashMap<>();
        names.afterPowerCut(random)
                .forEach((path, inode) -> {
                    if (!path.equals(Names.ROOT)) {
                        disk.adopt(path, inode, copies, random);
                    }
                });
        disk.names.syncAll();
        return disk;
    }

    private void adopt(
            String path, Inode inode, Map<Inode, Inode> copies, Optional<RandomGenerator> random) {
        Inode copy = copies.get(inode);
        if (copy == null) {
            copy = PowerCut.of(inode, ++inodes, random);
            copies.put(inode, copy);
            long bytes = Pages.up(copy.sizeBytes);
            copy.allocated.addAll(inode.allocated.intersection(new ByteRange(0, bytes)));
            volume.booked(0, copy);
        }
        names.add(path, copy);
    }
}
