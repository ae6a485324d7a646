package dev.spindle.audio.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Checksums of a disc's music, fed in order from its first audio track's INDEX 01 to its end. What
 * lies before, and a hidden track, does not count. Not safe for threads.
 */
public final class DiscSums {
    /** Bytes of a stereo sample. */
    public static final int SAMPLE_BYTES = 4;

    /** The CUETools database leaves out ten frames at either end (CDRepair.cs). */
    private static final long CTDB_CUT = 10 * AccurateRipSum.FRAME;

    private final List<Long> samplesOfTracks;
    private final long totalSamples;
    private final CRC32 whole = new CRC32();
    private final List<TrackSums> finished = new ArrayList<>();
    private long position;
    private long left;
    private AccurateRipSum accurateRip;
    private CRC32 crc = new CRC32();
    private CRC32 ctdb = new CRC32();

    /**
     * @param samplesOfTracks stereo samples of each audio track, at least one
     */
    public DiscSums(List<Long> samplesOfTracks) {
        this.samplesOfTracks = List.copyOf(samplesOfTracks);
        this.totalSamples = samplesOfTracks.stream().mapToLong(n -> n).sum();
        this.left = samplesOfTracks.getFirst();
        this.accurateRip = sum(0);
    }

    private AccurateRipSum sum(int track) {
        return new AccurateRipSum(
                samplesOfTracks.get(track), track == 0, track == samplesOfTracks.size() - 1);
    }

    /**
     * Takes what lies between position and limit, which are left as they are.
     *
     * @param content whole samples, no more than are missing
     */
    public void add(ByteBuffer content) {
        var rest = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            if (finished.size() == samplesOfTracks.size()) {
                throw new IllegalArgumentException("there is more than the tracks hold");
            }
            int samples = (int) Math.min(left, rest.remaining() / SAMPLE_BYTES);
            addPart(rest.slice(rest.position(), samples * SAMPLE_BYTES));
            rest.position(rest.position() + samples * SAMPLE_BYTES);
            left -= samples;
            position += samples;
            if (left == 0) {
                finishTrack();
            }
        }
    }

    private void addPart(ByteBuffer part) {
        var words = part.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        while (words.hasRemaining()) {
            accurateRip.add(words.get());
        }
        crc.update(part.duplicate());
        long from = Math.max(position, CTDB_CUT);
        long to = Math.min(position + part.remaining() / SAMPLE_BYTES, ctdbEnd());
        if (from < to) {
            int start = (int) (from - position) * SAMPLE_BYTES;
            int length = (int) (to - from) * SAMPLE_BYTES;
            whole.update(part.slice(start, length));
            ctdb.update(part.slice(start, length));
        }
    }

    private long ctdbEnd() {
        return totalSamples - CTDB_CUT - totalSamples % CTDB_CUT;
    }

    private void finishTrack() {
        finished.add(
                new TrackSums(
                        samplesOfTracks.get(finished.size()),
                        crc.getValue(),
                        accurateRip.version1(),
                        accurateRip.version2(),
                        accurateRip.frame450(),
                        ctdb.getValue()));
        crc = new CRC32();
        ctdb = new CRC32();
        if (finished.size() < samplesOfTracks.size()) {
            left = samplesOfTracks.get(finished.size());
            accurateRip = sum(finished.size());
        }
    }

    /** Of the tracks that are complete so far. */
    public List<TrackSums> tracks() {
        return List.copyOf(finished);
    }

    /** The CUETools database's checksum of the whole disc; meant once all tracks are complete. */
    public long ctdb() {
        return whole.getValue();
    }
}
