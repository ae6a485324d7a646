package dev.spindle.rip.staging;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * A staged image in place of the drive that read it. What fails here is no fault of the disc: no
 * read ends as a bad sector. One thread at a time.
 */
final class StagedDrive implements Drive {
    /** A file has no seek to pay for: large reads spare calls. */
    private static final int BYTES_PER_READ = 256 << 10;

    private final DriveInfo info;
    private final StorageFile file;
    private final long lengthBytes;
    private final int sectorBytes;

    /**
     * @param info of the drive that read the disc
     */
    StagedDrive(DriveInfo info, StorageFile file, long lengthBytes, int sectorBytes) {
        this.info = info;
        this.file = file;
        this.lengthBytes = lengthBytes;
        this.sectorBytes = sectorBytes;
    }

    @Override
    public DriveInfo info() {
        return info;
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
    public OptionalLong topBytesPerSecond() {
        return OptionalLong.empty();
    }

    @Override
    public int sectorsPerRead() {
        return BYTES_PER_READ / sectorBytes;
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        long start = lba * sectorBytes;
        int wanted = (int) Math.min((long) sectors * sectorBytes, Math.max(0, lengthBytes - start));
        var target = into.slice(into.position(), wanted);
        try {
            while (target.hasRemaining()) {
                int got = file.read(target, start + target.position());
                if (got <= 0) {
                    return new ReadOutcome.Gone(file.path() + " is shorter than it was");
                }
                target.position(target.position() + got);
            }
            return new ReadOutcome.Good(wanted);
        } catch (OsException problem) {
            return new ReadOutcome.Gone(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (OsException _) {
            // It was only read: nothing can be lost.
        }
    }
}
