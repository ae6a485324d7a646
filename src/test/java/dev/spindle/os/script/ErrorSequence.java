package dev.spindle.os.script;

import dev.spindle.os.Errno;

import java.util.Optional;

/**
 * The write errors of one file, counted as the kernel's errseq_t does: errors that nobody has seen
 * count as one, the last.
 */
final class ErrorSequence {
    private long count;
    private boolean seen = true;
    private Errno last = Errno.EIO;

    /** What one open description has seen. */
    static final class Cursor {
        private long seenCount;
    }

    void add(Errno errno) {
        if (seen) {
            count++;
        }
        seen = false;
        last = errno;
    }

    /** The cursor of a new description: an error that nobody has seen yet is still ahead of it. */
    Cursor open() {
        var cursor = new Cursor();
        cursor.seenCount = seen ? count : 0;
        return cursor;
    }

    /** The error that this description has not been told of yet, once. */
    Optional<Errno> report(Cursor cursor) {
        if (cursor.seenCount == count) {
            return Optional.empty();
        }
        cursor.seenCount = count;
        seen = true;
        return Optional.of(last);
    }
}
