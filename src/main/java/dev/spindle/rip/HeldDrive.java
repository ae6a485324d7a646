package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.run.Concurrency;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * A drive that a rip holds. Once it is given back it gets no new command, and it is closed as soon
 * as its running command ends, by the thread that was in it.
 */
final class HeldDrive implements Drive {
    private final Drive drive;
    private final Usage usage;
    private final long lengthBytes;

    HeldDrive(Concurrency concurrency, Drive drive) {
        this.drive = drive;
        this.usage = new Usage(concurrency);
        // Another disc may come into the drive; the rip is of this one.
        this.lengthBytes = drive.lengthBytes();
    }

    @Override
    public DriveInfo info() {
        return drive.info();
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public OptionalLong topBytesPerSecond() {
        return drive.topBytesPerSecond();
    }

    @Override
    public int sectorsPerRead() {
        return drive.sectorsPerRead();
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        if (!usage.begin()) {
            return new ReadOutcome.Gone("the drive was given back");
        }
        try {
            return drive.read(lba, sectors, into);
        } finally {
            if (usage.end()) {
                drive.close();
            }
        }
    }

    /** Gives it back without blocking; true where nobody is in it, so that the caller closes it. */
    boolean retire() {
        return usage.retire();
    }

    void closeRetired() {
        drive.close();
    }

    @Override
    public void close() {
        if (retire()) {
            closeRetired();
        }
    }
}
