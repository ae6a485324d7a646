package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.Optional;

/** One write past the cache, until the device has dealt with all of it. Not safe for threads. */
final class DirectWrite {
    private final Inode inode;
    private final ByteRange range;
    private final PageStore content = new PageStore();
    private long leftBytes;
    private Optional<Errno> fault = Optional.empty();

    /** Takes the bytes as they are now. */
    DirectWrite(Inode inode, ByteBuffer from, long offsetBytes) {
        this.inode = inode;
        this.range = ByteRange.at(offsetBytes, from.remaining());
        this.leftBytes = range.lengthBytes();
        content.write(from, offsetBytes);
    }

    Inode inode() {
        return inode;
    }

    ByteRange range() {
        return range;
    }

    /** A piece is done, well or not; the size grows with the last, if all went well. */
    void ended(ByteRange piece, Optional<Errno> pieceFault, boolean isSwallowed) {
        leftBytes -= piece.lengthBytes();
        if (pieceFault.isPresent()) {
            fault = pieceFault;
        } else if (!isSwallowed) {
            inode.landed(piece, content);
        }
        if (leftBytes == 0 && fault.isEmpty()) {
            inode.sizeBytes = Math.max(inode.sizeBytes, range.endBytes());
        } else if (leftBytes == 0) {
            inode.clearBehindEnd(range);
        }
    }

    /** What became of it, once it is done. */
    Optional<Errno> fault() {
        return fault;
    }
}
