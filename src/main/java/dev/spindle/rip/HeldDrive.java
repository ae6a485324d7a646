package dev.spindle.rip;

import dev.spindle.drive.Approach;
import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.medium.Medium;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.stream.OtherCopy;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A drive that a rip holds. Once it is given back it gets no new command, and it is closed as soon
 * as its running command ends, by the thread that was in it.
 */
final class HeldDrive implements Drive {
    private final Concurrency concurrency;
    private final Drive drive;
    private final Usage usage;
    private volatile long lengthBytes;
    private volatile int sectorBytes;
    private final DiscSamples samples = new DiscSamples();
    private volatile boolean isDiscKnown;
    private boolean isItsDisc;
    private @Nullable MergeSource merge;

    HeldDrive(Concurrency concurrency, Drive drive) {
        this.concurrency = concurrency;
        this.drive = drive;
        this.usage = new Usage(concurrency);
        this.lengthBytes = drive.lengthBytes();
        this.sectorBytes = drive.sectorBytes();
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
    public int sectorBytes() {
        return sectorBytes;
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
            ReadOutcome outcome = drive.read(lba, sectors, into);
            if (isItsDisc && outcome instanceof ReadOutcome.Good(int bytes)) {
                samples.offer(lba, into, bytes, sectorBytes);
            }
            return outcome;
        } finally {
            closeIfLast();
        }
    }

    @Override
    public Set<Approach> approaches() {
        return drive.approaches();
    }

    @Override
    public void rest(StopToken stop) throws IOException {
        within(() -> drive.rest(stop));
    }

    @Override
    public ReadOutcome readByBlockDevice(long lba, int sectors, ByteBuffer into) {
        if (!usage.begin()) {
            return new ReadOutcome.Gone("the drive was given back");
        }
        try {
            return drive.readByBlockDevice(lba, sectors, into);
        } finally {
            closeIfLast();
        }
    }

    /** Closes this with the drive, by the thread that was in either. */
    void hold(MergeSource other) {
        merge = other;
    }

    /** What another rip of its disc has read; for the reader. */
    OtherCopy otherCopy() {
        MergeSource other = merge;
        return other == null ? OtherCopy.NONE : new Guarded(other);
    }

    /** The other copy, which is not read once the drive was given back. */
    private final class Guarded implements OtherCopy {
        private final OtherCopy other;

        Guarded(OtherCopy other) {
            this.other = other;
        }

        @Override
        public RangeSet finished() {
            return other.finished();
        }

        @Override
        public boolean read(ByteRange range, ByteBuffer into) {
            if (!usage.begin()) {
                return false;
            }
            try {
                return other.read(range, into);
            } finally {
                closeIfLast();
            }
        }
    }

    /**
     * Another disc may come into the drive later; the rip stays one of the first. What is read from
     * now on is not known to be that one's until {@link #trust}.
     */
    @Override
    public void awaitDisc(StopToken stop) throws IOException {
        within(() -> {
            if (isDiscKnown) {
                drive.awaitKnownDisc(stop);
                isItsDisc = false;
            } else {
                drive.awaitDisc(stop);
                lengthBytes = drive.lengthBytes();
                sectorBytes = drive.sectorBytes();
                isDiscKnown = true;
                isItsDisc = true;
            }
        });
    }

    /**
     * Whether the disc that is in the drive now is as long as the rip's and holds the same where it
     * is looked at. False also where the drive fails, or at a stop.
     */
    boolean holdsWhatWasRead(StopToken stop) {
        return drive.lengthBytes() == lengthBytes
                && drive.sectorBytes() == sectorBytes
                && samples.areIn(this, concurrency, stop);
    }

    /** The disc that is in the drive now is the rip's. */
    void trust() {
        isItsDisc = true;
    }

    @Override
    public Medium medium() {
        return drive.medium();
    }

    @Override
    public void setSpeed(OptionalLong bytesPerSecond) {
        if (usage.begin()) {
            try {
                drive.setSpeed(bytesPerSecond);
            } finally {
                closeIfLast();
            }
        }
    }

    @Override
    public void eject() throws IOException {
        within(drive::eject);
    }

    /** Something that the drive does. */
    @FunctionalInterface
    private interface Doing {
        void run() throws IOException;
    }

    private void within(Doing doing) throws IOException {
        if (!usage.begin()) {
            throw new IOException("the drive was given back");
        }
        try {
            doing.run();
        } finally {
            closeIfLast();
        }
    }

    private void closeIfLast() {
        if (usage.end()) {
            closeRetired();
        }
    }

    /** Gives it back without blocking; true where nobody is in it, so that the caller closes it. */
    boolean retire() {
        return usage.retire();
    }

    void closeRetired() {
        drive.close();
        if (merge != null) {
            merge.close();
        }
    }

    @Override
    public void close() {
        if (retire()) {
            closeRetired();
        }
    }
}
