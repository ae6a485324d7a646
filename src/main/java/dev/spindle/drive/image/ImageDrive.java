package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.SectorSource;
import dev.spindle.drive.medium.Medium;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** A source of bytes as a drive without faults of its own. One thread at a time. */
final class ImageDrive implements Drive {
    /** 64 KiB: what a real drive is asked for at once. */
    private static final int BYTES_PER_READ = 64 << 10;

    private final DriveInfo info;
    private final SectorSource source;

    ImageDrive(DriveInfo info, SectorSource source) {
        this.info = info;
        this.source = source;
    }

    @Override
    public DriveInfo info() {
        return info;
    }

    @Override
    public long lengthBytes() {
        return source.lengthBytes();
    }

    @Override
    public int sectorBytes() {
        return source.sectorBytes();
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public Medium medium() {
        return source.medium();
    }

    @Override
    public OptionalLong topBytesPerSecond() {
        return OptionalLong.empty();
    }

    @Override
    public int sectorsPerRead() {
        return sectorsPerRead(source);
    }

    static int sectorsPerRead(SectorSource source) {
        return BYTES_PER_READ / source.sectorBytes();
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        return SourceReads.isInside(source, lba, sectors)
                ? SourceReads.read(source, lba, sectors, into)
                : SourceReads.outOfRange();
    }

    @Override
    public void close() {
        source.close();
    }
}
