package dev.spindle.rip;

import dev.spindle.disc.sector.SectorReader;
import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Single sectors of a drive, for the disc's structures. For the reader. */
final class DriveSectors implements SectorReader {
    /** A marginal sector among the first ones must not make the disc another one next time. */
    private static final int TRIES = 4;

    private final Drive drive;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Drive.SECTOR_BYTES);
    private @Nullable ReadOutcome driveFailure;

    DriveSectors(Drive drive) {
        this.drive = drive;
    }

    /** The outcome that says that not the disc but the drive failed, if there was one. */
    Optional<ReadOutcome> driveFailure() {
        return Optional.ofNullable(driveFailure);
    }

    @Override
    public Optional<byte[]> read(long lba) {
        if (lba < 0 || lba >= drive.sectorCount()) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < TRIES && driveFailure == null; attempt++) {
            buffer.clear();
            switch (drive.read(lba, 1, buffer)) {
                case ReadOutcome.Good _ -> {
                    var sector = new byte[Drive.SECTOR_BYTES];
                    int length = (int) Math.min(sector.length, drive.lengthBytes() - lba * 2048);
                    buffer.get(0, sector, 0, length);
                    return Optional.of(sector);
                }
                case ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> {}
                case ReadOutcome failure -> driveFailure = failure;
            }
        }
        return Optional.empty();
    }
}
