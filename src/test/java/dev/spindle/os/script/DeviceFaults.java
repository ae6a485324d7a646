package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.range.ByteRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of the device's writes fail. Not safe for threads. */
final class DeviceFaults {
    private static final class Fault {
        private final @Nullable String path;
        private final ByteRange range;
        private final Errno errno;
        private long left;

        Fault(@Nullable String path, ByteRange range, Errno errno, long left) {
            this.path = path;
            this.range = range;
            this.errno = errno;
            this.left = left;
        }

        boolean hits(Inode inode, ByteRange pages) {
            return left > 0 && (path == null || path.equals(inode.path)) && range.overlaps(pages);
        }
    }

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> swallowing = new ArrayList<>();
    private long roomBytes = Long.MAX_VALUE;

    void add(@Nullable String path, ByteRange range, Errno errno, long times) {
        faults.add(new Fault(path, range, errno, times));
    }

    /** The next write that touches the range succeeds and does not arrive. */
    void swallow(String path, ByteRange range) {
        swallowing.add(new Fault(path, range, Errno.EIO, 1));
    }

    boolean swallows(Inode inode, ByteRange pages) {
        for (Fault fault : swallowing) {
            if (fault.hits(inode, pages)) {
                fault.left--;
                return true;
            }
        }
        return false;
    }

    /** From so many bytes in all on, each write finds no space. */
    void fullFrom(long bytes) {
        roomBytes = bytes;
    }

    void clear() {
        faults.clear();
        swallowing.clear();
        roomBytes = Long.MAX_VALUE;
    }

    /** Whether this write fails. */
    Optional<Errno> next(Inode inode, ByteRange pages, long writtenBytes) {
        for (Fault fault : faults) {
            if (fault.hits(inode, pages)) {
                fault.left--;
                return Optional.of(fault.errno);
            }
        }
        return writtenBytes + pages.lengthBytes() > roomBytes
                ? Optional.of(Errno.ENOSPC)
                : Optional.empty();
    }
}
