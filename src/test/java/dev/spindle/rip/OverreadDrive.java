package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** A drive that also reads beyond its disc, and tells what it could not correct. */
final class OverreadDrive implements DriveAround {
    /** Sectors that it calls wrong when they are read for the first time. */
    final Set<Long> uncorrected = new HashSet<>();

    /** Whether the second reading beyond the disc is another one. */
    boolean isUnsteady;

    /** Where it was asked to read beyond the disc. */
    final Set<Long> beyond = new HashSet<>();

    /** How often it was asked for its errors. */
    int told;

    private final Drive drive;
    private int readings;

    OverreadDrive(Drive drive) {
        this.drive = drive;
    }

    /** The byte that all of a sector beyond the disc holds. */
    static byte content(long lba) {
        return (byte) (100 + lba % 10);
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        return drive.read(lba, sectors, into);
    }

    @Override
    public boolean tellsErrors() {
        return true;
    }

    @Override
    public ReadOutcome readTold(long lba, int sectors, ByteBuffer into, BitSet wrong) {
        told++;
        var outcome = read(lba, sectors, into);
        for (int i = 0; i < sectors; i++) {
            if (uncorrected.remove(lba + i)) {
                into.put(i * RAW_SECTOR_BYTES + 9, (byte) ~into.get(i * RAW_SECTOR_BYTES + 9));
                wrong.set(i);
            }
        }
        return outcome;
    }

    @Override
    public ReadOutcome readBeyond(long lba, int sectors, ByteBuffer into) {
        beyond.add(lba);
        readings++;
        for (int i = 0; i < sectors * RAW_SECTOR_BYTES; i++) {
            byte content = content(lba + i / RAW_SECTOR_BYTES);
            into.put(i, isUnsteady ? (byte) (content + readings) : content);
        }
        return new ReadOutcome.Good(sectors * RAW_SECTOR_BYTES);
    }

    @Override
    public Drive drive() {
        return drive;
    }
}
