package dev.spindle.audio.secure;

import dev.spindle.range.ByteRange;

import java.io.IOException;
import java.util.Optional;

/**
 * What a drive may have kept of its last commands: as long as it has, it can answer from that and
 * not from the disc. Not safe for threads.
 */
final class DriveCache implements SectorReads {
    /** cd-paranoia's model of a drive's cache, in sectors. */
    private static final int SECTORS = 1200;

    private final SectorReads drive;
    private final ByteRange music;
    private final int perRead;
    private int readSinceLeft;

    /**
     * @param music the sectors that can be read
     * @param perRead sectors of a command
     */
    DriveCache(SectorReads drive, ByteRange music, int perRead) {
        this.drive = drive;
        this.music = music;
        this.perRead = perRead;
    }

    @Override
    public Optional<byte[]> read(long lba, int sectors) throws IOException {
        readSinceLeft += sectors;
        return drive.read(lba, sectors);
    }

    @Override
    public boolean isSuspect(long lba) {
        return drive.isSuspect(lba);
    }

    /**
     * Reads elsewhere until nothing is left of what is about to be read. Of music that a cache can
     * hold whole nothing can be left.
     *
     * @param lba the first sector of that
     */
    void leave(long lba) throws IOException {
        if (music.lengthBytes() > SECTORS) {
            leave(lba, 0);
        }
        countFromHere();
    }

    /** The same, where what was read since the last time may have been enough. */
    void leaveAgain(long lba) throws IOException {
        leave(lba, readSinceLeft);
        countFromHere();
    }

    /** What was read so far may be what is to be read again: it counts for nothing. */
    void countFromHere() {
        readSinceLeft = 0;
    }

    /** As far away as it can. */
    private void leave(long from, int readElsewhere) throws IOException {
        boolean isLate = from - music.startBytes() > music.lengthBytes() / 2;
        long lba = isLate ? music.startBytes() : music.endBytes() - SECTORS;
        for (int left = SECTORS - readElsewhere; left > 0; left -= perRead) {
            if (music.contains(lba) && lba + perRead <= music.endBytes()) {
                var _ = read(lba, perRead);
            }
            lba += perRead;
        }
    }
}
