package dev.spindle.audio.track;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The samples of a disc, from an image of its raw sectors, with the drive's read offset undone: the
 * sample at a place is what was read that many samples later. Outside the music it is what lies at
 * its edges, or silence. For one thread.
 */
public final class Samples {
    /** Bytes of a stereo sample: two of 16 bits. */
    public static final int BYTES = 4;

    private final Drive image;
    private final int offsetSamples;
    private final long firstSample;
    private final long endSample;
    private final RangeSet unread;
    private final Edges edges;
    private final ByteBuffer sectors;
    private final int sectorsPerRead;

    /**
     * Of an image.
     *
     * @param image of raw sectors
     * @param offsetSamples see {@code rip.MusicWishes}
     * @param firstSample where the music begins in the image
     * @param endSample where it ends
     * @param unread bytes of the image that the disc did not give
     */
    public Samples(
            Drive image, int offsetSamples, long firstSample, long endSample, RangeSet unread) {
        this(image, offsetSamples, firstSample, endSample, unread, Edges.NONE);
    }

    /**
     * The same.
     *
     * @param edges what lies beyond the music
     */
    public Samples(
            Drive image,
            int offsetSamples,
            long firstSample,
            long endSample,
            RangeSet unread,
            Edges edges) {
        this.edges = edges;
        this.unread = unread;
        this.image = image;
        this.offsetSamples = offsetSamples;
        this.firstSample = firstSample;
        this.endSample = endSample;
        this.sectorsPerRead = image.sectorsPerRead();
        this.sectors = ByteBuffer.allocateDirect(sectorsPerRead * Drive.RAW_SECTOR_BYTES);
    }

    /**
     * Fills what lies between position and limit with whole samples.
     *
     * @param sample the first one, counted from LBA 0
     */
    public void read(long sample, ByteBuffer into) throws IOException {
        long at = sample + offsetSamples;
        while (into.hasRemaining()) {
            long wanted = into.remaining() / BYTES;
            if (at < firstSample) {
                at += edges.before(into, firstSample - at, wanted);
            } else if (at >= endSample) {
                at += edges.behind(into, at - endSample, wanted);
            } else {
                at += copy(at, Math.min(wanted, endSample - at), into);
            }
        }
    }

    private long copy(long at, long most, ByteBuffer into) throws IOException {
        long lba = at / PlannedTrack.FRAME_SAMPLES;
        int inside = (int) (at % PlannedTrack.FRAME_SAMPLES);
        long wanted = Math.ceilDiv(inside + most, PlannedTrack.FRAME_SAMPLES);
        int count = (int) Math.min(Math.min(wanted, sectorsPerRead), image.sectorCount() - lba);
        ReadOutcome outcome = count > 0 ? image.read(lba, count, sectors.clear()) : null;
        if (!(outcome instanceof ReadOutcome.Good(int bytes))) {
            throw new IOException(
                    image.info().address() + " can't be read at sector " + lba + "; rip it again");
        }
        silence(ByteRange.at(lba * Drive.RAW_SECTOR_BYTES, bytes), count);
        long samples = Math.min(most, (long) count * PlannedTrack.FRAME_SAMPLES - inside);
        into.put(sectors.slice(inside * BYTES, (int) samples * BYTES));
        return samples;
    }

    /** What stands in the image for what was not read, and what it lacks at its end. */
    private void silence(ByteRange came, int count) {
        var missing = unread.intersection(came);
        missing.add(
                new ByteRange(
                        came.endBytes(),
                        came.startBytes() + (long) count * Drive.RAW_SECTOR_BYTES));
        for (ByteRange hole : missing.ranges()) {
            int from = (int) (hole.startBytes() - came.startBytes());
            sectors.put(from, new byte[(int) hole.lengthBytes()]);
        }
    }
}
