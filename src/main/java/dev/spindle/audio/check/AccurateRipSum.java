package dev.spindle.audio.check;

import java.util.OptionalLong;

/**
 * AccurateRip's checksums of one track, fed sample by sample. Samples are little-endian words, left
 * in the lower half, counted from 1 at the track's start; of the disc's first and last track five
 * frames are left out (ARver _audio.c; CUETools AccurateRip.cs).
 */
final class AccurateRipSum {
    /** Stereo samples in a CD frame. */
    static final int FRAME = 588;

    private static final long CUT = 5 * FRAME;
    private static final long FRAME_450 = 450 * FRAME;
    private static final long WORD = 0xFFFF_FFFFL;

    private final long first;
    private final long last;
    private final long samples;
    private long number;
    private long low;
    private long high;
    private long frame;

    /**
     * @param samples of the track
     * @param isFirst whether it is the disc's first audio track
     * @param isLast whether it is the disc's last audio track
     */
    AccurateRipSum(long samples, boolean isFirst, boolean isLast) {
        this.samples = samples;
        this.first = isFirst ? CUT : 1;
        this.last = isLast ? samples - CUT : samples;
    }

    /** Takes the next sample. */
    void add(int sample) {
        long word = sample & WORD;
        number++;
        if (number >= first && number <= last) {
            long product = number * word;
            low += product & WORD;
            high += product >>> 32;
        }
        if (number > FRAME_450 && number <= FRAME_450 + FRAME) {
            frame += (number - FRAME_450) * word;
        }
    }

    long version1() {
        return low & WORD;
    }

    long version2() {
        return (low + high) & WORD;
    }

    OptionalLong frame450() {
        return samples >= FRAME_450 + FRAME ? OptionalLong.of(frame & WORD) : OptionalLong.empty();
    }
}
