package dev.spindle.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.drive.medium.TrackMusic;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Where a place of the image lies in a track. */
@Tag("unit")
final class TrackPlaceTest {
    private static final int FRAME = 588;

    /** Sectors 100 to 150. */
    private final PlannedTrack track =
            new PlannedTrack(2, 100L * FRAME, 50L * FRAME, TrackMusic.ofControl(0));

    private List<ByteRange> sectors(long first, long count, int offset) {
        var sectors = RangeSet.of(ByteRange.at(first, count));
        return TrackPlace.of(sectors, TrackPlace.SECTOR_BYTES, track, offset).ranges();
    }

    @Test
    void countedFromTheTracksStart() {
        assertThat(sectors(110, 2, 0)).containsExactly(ByteRange.at(10 * FRAME, 2 * FRAME));
        assertThat(sectors(0, 100, 0)).isEmpty();
        assertThat(sectors(150, 10, 0)).isEmpty();
    }

    @Test
    void onlyWhatLiesInsideCounts() {
        assertThat(sectors(95, 10, 0)).containsExactly(ByteRange.at(0, 5 * FRAME));
        assertThat(sectors(149, 9, 0)).containsExactly(ByteRange.at(49 * FRAME, FRAME));
    }

    /** With +30 the track begins 30 samples later in the image. */
    @Test
    void aReadOffsetMovesIt() {
        assertThat(sectors(110, 1, 30)).containsExactly(ByteRange.at(10 * FRAME - 30, FRAME));
        assertThat(sectors(150, 1, 30)).containsExactly(ByteRange.at(50 * FRAME - 30, 30));
        assertThat(sectors(99, 1, -12)).containsExactly(ByteRange.at(0, 12));
    }

    @Test
    void bytesCountAsWell() {
        var bytes = RangeSet.of(ByteRange.at(110L * 2352, 2352));
        assertThat(TrackPlace.of(bytes, 1, track, 0).ranges())
                .containsExactly(ByteRange.at(10 * FRAME, FRAME));
    }
}
