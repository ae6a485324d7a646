package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.SectorSource;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** A source of bytes as a drive without faults of its own. One thread at a time. */
final class ImageDrive implements Drive {
    /** 64 KiB: what a real drive is asked for at once. */
    static final int SECTORS_PER_READ = 32;

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
    public OptionalLong topBytesPerSecond() {
        return OptionalLong.empty();
    }

    @Override
    public int sectorsPerRead() {
        return SECTORS_PER_READ;
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
