package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** A disc of any length whose every sector begins with its number; the rest of it is whatever. */
final class EndlessDisc implements Drive {
    private static final int SECTORS_PER_READ = 128;

    private final long lengthBytes;

    EndlessDisc(long lengthBytes) {
        this.lengthBytes = lengthBytes;
    }

    /** How many whole sectors in a buffer do not begin with the number of their place. */
    static long wrongSectors(ByteBuffer written, long offsetBytes) {
        long wrong = 0;
        for (int at = written.position();
                at + SECTOR_BYTES <= written.limit();
                at += SECTOR_BYTES) {
            long lba = (offsetBytes + at - written.position()) / SECTOR_BYTES;
            wrong += written.getLong(at) == lba ? 0 : 1;
        }
        return wrong;
    }

    @Override
    public DriveInfo info() {
        return new DriveInfo("/discs/endless.iso", "", "endless", "", "", true);
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public OptionalLong topBytesPerSecond() {
        return OptionalLong.empty();
    }

    @Override
    public int sectorsPerRead() {
        return SECTORS_PER_READ;
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        for (int i = 0; i < sectors; i++) {
            into.putLong(into.position() + i * SECTOR_BYTES, lba + i);
        }
        return new ReadOutcome.Good(sectors * SECTOR_BYTES);
    }

    @Override
    public void close() {}
}
