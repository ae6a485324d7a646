package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.nio.ByteBuffer;

/** What another rip of the same disc has read. One thread at a time, the reader. */
public interface OtherCopy {
    /** There is none. */
    OtherCopy NONE =
            new OtherCopy() {
                @Override
                public RangeSet finished() {
                    return new RangeSet();
                }

                @Override
                public boolean read(ByteRange range, ByteBuffer into) {
                    return false;
                }
            };

    /** A copy of what it has, in bytes of the image. */
    RangeSet finished();

    /**
     * Reads a range of it into a direct buffer from its position on; the position is not moved. May
     * block as long as the storage pleases on which it lies.
     *
     * @return false where not all of it is there, or it can't be read: then the drive is asked
     */
    boolean read(ByteRange range, ByteBuffer into);
}
