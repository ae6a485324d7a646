package dev.spindle.audio;

import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

/** Places in an image as places in a track. Pure. */
final class TrackPlace {
    static final int SECTOR_BYTES = 2352;

    private TrackPlace() {}

    /**
     * What of the ranges lies in the track, in samples from its start.
     *
     * @param ranges of the image
     * @param unitBytes what they count
     * @param offsetSamples the read offset that is undone
     */
    static RangeSet of(RangeSet ranges, int unitBytes, PlannedTrack plan, int offsetSamples) {
        long start = plan.startSample() + offsetSamples;
        var track = new ByteRange(Math.max(0, start), Math.max(0, start + plan.samples()));
        var places = new RangeSet();
        for (ByteRange range : ranges.ranges()) {
            var samples =
                    new ByteRange(
                                    range.startBytes() * unitBytes / Samples.BYTES,
                                    range.endBytes() * unitBytes / Samples.BYTES)
                            .intersection(track);
            if (!samples.isEmpty()) {
                places.add(new ByteRange(samples.startBytes() - start, samples.endBytes() - start));
            }
        }
        return places;
    }
}
