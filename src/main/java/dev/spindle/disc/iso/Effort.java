package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;

/**
 * Counts records and entries, so that structures that overlap each other come to an end. One thread
 * at a time.
 */
final class Effort {
    /** 200 000 files with ten entries of Rock Ridge each are 2 million. */
    private static final int MOST = 4_000_000;

    private int spent;

    void spend() throws DiscException {
        spent++;
        if (spent > MOST) {
            throw new DiscException("its folders overlap or go in circles");
        }
    }
}
