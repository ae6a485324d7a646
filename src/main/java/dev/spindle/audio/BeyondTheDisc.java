package dev.spindle.audio;

import dev.spindle.audio.track.Edges;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.run.StopToken;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads what a read offset asks for beyond the disc: the lead-out for one that is positive, what
 * lies before the first sector for one that is negative. Many drives refuse that, and then it is
 * silence. For the encoder's thread.
 */
record BeyondTheDisc(Drive drive, AudioImage image, StopToken stop, Runnable alive) {
    /** cd-paranoia's model of a drive's cache, in sectors. */
    private static final int CACHE = 1200;

    /** Nothing where the drive refuses, or where two readings are not alike. */
    Edges read() {
        int offset = image.wishes().offsetSamples();
        int sectors = Math.ceilDiv(Math.abs(offset), PlannedTrack.FRAME_SAMPLES);
        if (offset > 0) {
            long end = image.endSample() / PlannedTrack.FRAME_SAMPLES;
            boolean hasData =
                    image.plan().audio().toc().tracks().stream()
                            .anyMatch(track -> track.startLba() == end);
            return hasData ? Edges.NONE : new Edges(new byte[0], twice(end, sectors));
        }
        // What lies before music in the middle of a disc is data, or is in the image.
        return offset < 0 && image.firstSample() == 0
                ? new Edges(twice(-sectors, sectors), new byte[0])
                : Edges.NONE;
    }

    private byte[] twice(long lba, int sectors) {
        byte[] first = once(lba, sectors);
        if (first.length == 0) {
            return first;
        }
        leaveCache(lba);
        return Arrays.equals(first, once(lba, sectors)) ? first : new byte[0];
    }

    /** Else the drive would answer for the disc. */
    private void leaveCache(long lba) {
        int perRead = drive.sectorsPerRead();
        var buffer = ByteBuffer.allocateDirect(perRead * Drive.RAW_SECTOR_BYTES);
        long start = lba > 0 ? 0 : Math.max(0, drive.sectorCount() - CACHE);
        long end = Math.min(start + CACHE, drive.sectorCount());
        for (long at = start; at + perRead <= end; at += perRead) {
            StoppedException.check(stop);
            var _ = drive.read(at, perRead, buffer.clear());
            alive.run();
        }
    }

    private byte[] once(long lba, int sectors) {
        StoppedException.check(stop);
        var buffer = ByteBuffer.allocateDirect(sectors * Drive.RAW_SECTOR_BYTES);
        ReadOutcome outcome = drive.readBeyond(lba, sectors, buffer);
        if (!(outcome instanceof ReadOutcome.Good(int bytes)) || bytes < buffer.capacity()) {
            return new byte[0];
        }
        var content = new byte[buffer.capacity()];
        buffer.get(0, content);
        return content;
    }
}
