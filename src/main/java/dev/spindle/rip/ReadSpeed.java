package dev.spindle.rip;

import dev.spindle.disc.toc.MediumFamily;

/** A speed of reading that the user chose. */
public sealed interface ReadSpeed {
    /** 1x of a CD's user data: 75 sectors of 2048 bytes a second (ECMA-130). */
    long CD_BYTES = 153_600;

    /** 1x of a DVD, in user data (ECMA-267; as libburn counts). */
    long DVD_BYTES = 1_385_000;

    /** 1x of a Blu-ray disc, in user data (as libburn counts). */
    long BLU_RAY_BYTES = 4_495_625;

    /** So many times the speed for which the medium was made. */
    record Times(int factor) implements ReadSpeed {}

    /** So many bytes of user data a second. */
    record Rate(long bytes) implements ReadSpeed {}

    /** What that is for a medium, in bytes of user data a second. */
    default long bytesPerSecond(MediumFamily family) {
        return switch (this) {
            case Rate(long bytes) -> bytes;
            case Times(int factor) ->
                    factor
                            * switch (family) {
                                case CD -> CD_BYTES;
                                case DVD, UNKNOWN -> DVD_BYTES;
                                case HD_DVD, BLU_RAY -> BLU_RAY_BYTES;
                            };
        };
    }
}
