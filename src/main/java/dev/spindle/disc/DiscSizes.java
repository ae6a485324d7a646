package dev.spindle.disc;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What each structure says the size is, in bytes.
 *
 * @param capacityBytes the drive's capacity, or the image file's length
 * @param tocBytes where the TOC's lead-out begins
 * @param isoBytes end of the volume space of ISO 9660's last session
 * @param udfBytes end of the last partition of the UDF volume
 */
public record DiscSizes(
        long capacityBytes, OptionalLong tocBytes, OptionalLong isoBytes, OptionalLong udfBytes) {
    /** Of a disc without a TOC. */
    public DiscSizes(long capacityBytes, OptionalLong isoBytes, OptionalLong udfBytes) {
        this(capacityBytes, OptionalLong.empty(), isoBytes, udfBytes);
    }

    /** The most that a file system claims; 0 where there is none. */
    public long claimedBytes() {
        return LongStream.of(isoBytes.orElse(0), udfBytes.orElse(0)).max().orElse(0);
    }

    /** Whether a file system says that there should be more. */
    public boolean isTruncated() {
        return claimedBytes() > capacityBytes;
    }
}
