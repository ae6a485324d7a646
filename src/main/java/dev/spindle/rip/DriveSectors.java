package dev.spindle.rip;

import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.sector.SectorView;
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
    private ByteBuffer buffer = ByteBuffer.allocateDirect(Drive.SECTOR_BYTES);
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
        return read(lba, 1, TRIES);
    }

    /** Tried once: what fails is tried again sector by sector. */
    @Override
    public Optional<byte[]> read(long firstLba, int sectors) {
        return sectors <= drive.sectorsPerRead()
                ? read(firstLba, sectors, 1)
                : SectorReader.super.read(firstLba, sectors);
    }

    private Optional<byte[]> read(long lba, int sectors, int tries) {
        if (lba < 0 || sectors < 1 || lba > drive.sectorCount() - sectors) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < tries && driveFailure == null; attempt++) {
            switch (drive.read(lba, sectors, cleared(sectors))) {
                case ReadOutcome.Good(int bytes) -> {
                    var run = new byte[sectors * drive.sectorBytes()];
                    buffer.get(0, run, 0, Math.min(bytes, run.length));
                    return new SectorView(drive.sectorBytes()).userData(run);
                }
                case ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> {}
                case ReadOutcome failure -> driveFailure = failure;
            }
        }
        return Optional.empty();
    }

    private ByteBuffer cleared(int sectors) {
        if (buffer.capacity() < sectors * drive.sectorBytes()) {
            buffer = ByteBuffer.allocateDirect(sectors * drive.sectorBytes());
        }
        return buffer.clear();
    }
}
