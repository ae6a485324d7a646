package dev.spindle.drive.image;

import dev.spindle.drive.SectorSource;

import java.nio.ByteBuffer;

/** A source whose bytes tell which sector they belong to. */
final class PatternSource implements SectorSource {
    private final long lengthBytes;
    private final int seed;
    boolean closed;

    PatternSource(long lengthBytes, int seed) {
        this.lengthBytes = lengthBytes;
        this.seed = seed;
    }

    byte at(long offsetBytes) {
        return (byte) (offsetBytes / 2048 * 31 + seed);
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) {
        for (int i = 0; i < into.remaining(); i++) {
            into.put(into.position() + i, at(offsetBytes + i));
        }
        return into.remaining();
    }

    @Override
    public void close() {
        closed = true;
    }
}
