package dev.spindle.rip;

import dev.spindle.drive.SectorSource;

import java.nio.ByteBuffer;

/** A disc's bytes in memory. */
final class MemorySource implements SectorSource {
    private final byte[] content;
    private boolean closed;

    MemorySource(byte[] content) {
        this.content = content;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public long lengthBytes() {
        return content.length;
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) {
        if (closed) {
            throw new IllegalStateException("read of a drive that is closed");
        }
        int length = (int) Math.min(into.remaining(), content.length - offsetBytes);
        into.put(into.position(), content, (int) offsetBytes, length);
        return length;
    }

    @Override
    public void close() {
        closed = true;
    }
}
