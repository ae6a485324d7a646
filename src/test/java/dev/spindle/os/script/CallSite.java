package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;

import java.util.Optional;

/**
 * A call that is under way.
 *
 * @param kind which call
 * @param path what it is about
 * @param range which bytes; empty for calls without a range
 * @param role the name of the thread
 * @param startNanos when it was made
 */
public record CallSite(CallKind kind, String path, ByteRange range, String role, long startNanos) {
    OsException failure(Errno errno) {
        return new OsException(errno, kind.call(), path);
    }

    TraceEntry ended(long endNanos, Optional<Errno> errno) {
        return new TraceEntry(kind, path, range, role, startNanos, endNanos, errno);
    }
}
