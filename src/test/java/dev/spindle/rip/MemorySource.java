package dev.spindle.rip;

import dev.spindle.drive.SectorSource;
import dev.spindle.drive.medium.Medium;

import java.nio.ByteBuffer;

/** A disc's bytes in memory. */
final class MemorySource implements SectorSource {
    private final byte[] content;
    private final long lengthBytes;
    private final Medium medium;
    private final int sectorBytes;
    private boolean closed;
    private long readBytes;

    MemorySource(byte[] content, long lengthBytes) {
        this(content, lengthBytes, TestImage.SECTOR, Medium.UNKNOWN);
    }

    MemorySource(byte[] content, long lengthBytes, int sectorBytes, Medium medium) {
        this.sectorBytes = sectorBytes;
        this.medium = medium;
        this.content = content;
        this.lengthBytes = lengthBytes;
    }

    boolean isClosed() {
        return closed;
    }

    /** How much was ever asked of it. */
    long readBytes() {
        return readBytes;
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public int sectorBytes() {
        return sectorBytes;
    }

    @Override
    public Medium medium() {
        return medium;
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) {
        if (closed) {
            throw new IllegalStateException("read of a drive that is closed");
        }
        int length = (int) Math.min(into.remaining(), lengthBytes - offsetBytes);
        int present = Math.clamp(content.length - offsetBytes, 0, length);
        readBytes += length;
        into.put(into.position(), content, (int) Math.min(offsetBytes, content.length), present);
        return length;
    }

    @Override
    public void close() {
        closed = true;
    }
}
