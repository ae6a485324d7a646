package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.range.ByteRange;

import java.util.Optional;

/**
 * One call that has ended.
 *
 * @param kind which call
 * @param path the file as it was opened, or the path of the call (the old name of a rename)
 * @param range what it was about; empty at 0 for calls without a range, and at the new size for
 *     TRUNCATE
 * @param role the name of the thread
 * @param startNanos when it was made
 * @param endNanos when it returned or failed
 * @param errno the error it ended with, or none
 */
public record TraceEntry(
        CallKind kind,
        String path,
        ByteRange range,
        String role,
        long startNanos,
        long endNanos,
        Optional<Errno> errno) {
    public boolean isOk() {
        return errno.isEmpty();
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
