package dev.spindle.audio.track;

import dev.spindle.drive.medium.TrackMusic;

/**
 * A track that is to become a file.
 *
 * @param number as on the disc; 0 for what lies hidden before the first one
 * @param startSample its first stereo sample, counted from LBA 0
 * @param samples how many it has, up to the next one's INDEX 01
 * @param music what is known of it
 */
public record PlannedTrack(int number, long startSample, long samples, TrackMusic music) {
    /** Stereo samples in a CD frame (ECMA-130; 2352 bytes). */
    public static final int FRAME_SAMPLES = 588;

    /** Samples of a second. */
    public static final int RATE = 44_100;

    public boolean isHidden() {
        return number == 0;
    }

    public long endSample() {
        return startSample + samples;
    }

    public long startLba() {
        return startSample / FRAME_SAMPLES;
    }
}
