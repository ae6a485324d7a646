package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.MountFacts;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.Optional;

/** What a file system is and how much it holds. Not safe for threads. */
final class Volume {
    long type = 0xEF53;
    long capacityBytes = Long.MAX_VALUE;
    long maxFileBytes = Long.MAX_VALUE;
    long processFileLimitBytes = Long.MAX_VALUE;
    boolean readOnly;
    boolean ignoresRangeSync;
    boolean countsCachedPages = true;
    boolean countsWrites = true;
    boolean countStands;
    boolean writesUncached = true;
    boolean keepsUncached;
    boolean takesDirect = true;
    boolean directIsBuffered;
    boolean tellsDirectAlign = true;
    int directAlignBytes = 512;
    Optional<Boolean> closeReportsErrors = Optional.empty();
    Optional<MountFacts> mount = Optional.empty();
    private long usedBytes;

    /** A copy that holds nothing yet. */
    Volume emptied() {
        var copy = new Volume();
        copy.type = type;
        copy.capacityBytes = capacityBytes;
        copy.maxFileBytes = maxFileBytes;
        copy.processFileLimitBytes = processFileLimitBytes;
        copy.readOnly = readOnly;
        copy.ignoresRangeSync = ignoresRangeSync;
        copy.countsCachedPages = countsCachedPages;
        copy.countsWrites = countsWrites;
        copy.countStands = countStands;
        copy.writesUncached = writesUncached;
        copy.keepsUncached = keepsUncached;
        copy.takesDirect = takesDirect;
        copy.directIsBuffered = directIsBuffered;
        copy.tellsDirectAlign = tellsDirectAlign;
        copy.directAlignBytes = directAlignBytes;
        copy.closeReportsErrors = closeReportsErrors;
        copy.mount = mount;
        return copy;
    }

    FileSystemFacts facts() {
        return new FileSystemFacts(type, freeBytes(), readOnly, processFileLimitBytes);
    }

    long freeBytes() {
        return Math.max(0, capacityBytes - usedBytes);
    }

    long largestFileBytes() {
        return Math.min(maxFileBytes, processFileLimitBytes);
    }

    boolean closeReports() {
        return closeReportsErrors.orElse(type == FileSystemKind.NFS_MAGIC);
    }

    void checkWritable(CallSite call) throws OsException {
        if (readOnly) {
            throw call.failure(Errno.EROFS);
        }
    }

    /**
     * Takes blocks for as much of the range, from its start, as there is room for.
     *
     * @return how many bytes of the range now have blocks
     */
    long allocate(Inode inode, ByteRange range) {
        RangeSet missing = inode.allocated.gaps(Pages.touchedBy(range));
        for (ByteRange gap : missing.ranges()) {
            long got = Math.min(gap.lengthBytes(), Pages.down(freeBytes()));
            inode.allocated.add(ByteRange.at(gap.startBytes(), got));
            usedBytes += got;
            if (got < gap.lengthBytes()) {
                return Math.max(0, gap.startBytes() + got - range.startBytes());
            }
        }
        return range.lengthBytes();
    }

    /** Books what a change of the inode's blocks freed or took. */
    void booked(long beforeBytes, Inode inode) {
        usedBytes += inode.allocated.sizeBytes() - beforeBytes;
    }

    void freed(Inode inode) {
        usedBytes -= inode.allocated.sizeBytes();
        inode.allocated.clear();
    }
}
