package dev.spindle.disc.udf;

/**
 * Where something stands, and how long it is (ECMA-167 4/14.14.2).
 *
 * @param lengthBytes without the two bits that tell the kind of extent
 * @param block of the partition
 * @param partition index into the table of partition maps
 */
record LongAd(long lengthBytes, long block, int partition) {
    static final int BYTES = 16;

    private static final long LENGTH = 0x3FFF_FFFF;

    static LongAd at(Bytes bytes, int at) {
        return new LongAd(bytes.u32(at) & LENGTH, bytes.u32(at + 4), bytes.u16(at + 8));
    }

    boolean isEmpty() {
        return lengthBytes == 0;
    }
}
