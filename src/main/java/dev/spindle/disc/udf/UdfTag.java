package dev.spindle.disc.udf;

/** Descriptor tags (ECMA-167 3/7.2 and 4/7.2): the first 16 bytes of every descriptor. */
final class UdfTag {
    static final int BYTES = 16;

    /** Tag identifiers (ECMA-167 3/7.2.1). */
    static final int PRIMARY = 1;

    static final int ANCHOR = 2;

    static final int POINTER = 3;
    static final int PARTITION = 5;
    static final int LOGICAL_VOLUME = 6;
    static final int TERMINATOR = 8;
    static final int INTEGRITY = 9;

    /** Tag identifiers (ECMA-167 4/7.2.1). */
    static final int FILE_SET = 256;

    static final int FILE_IDENTIFIER = 257;
    static final int ALLOCATION_EXTENT = 258;
    static final int INDIRECT_ENTRY = 259;
    static final int FILE_ENTRY = 261;
    static final int EXTENDED_FILE_ENTRY = 266;

    private static final int CHECKSUM = 4;
    private static final int CRC = 8;
    private static final int CRC_LENGTH = 10;
    private static final int LOCATION = 12;

    private UdfTag() {}

    /** Whether the block holds such a descriptor, whole as far as its tag, and in its own place. */
    static boolean isValid(Bytes descriptor, int identifier, long block) {
        return identifier(descriptor) == identifier
                && hasSum(descriptor)
                && location(descriptor) == block;
    }

    static int identifier(Bytes descriptor) {
        return descriptor.u16(0);
    }

    /** Block of the volume, or of the partition, where the descriptor says that it stands. */
    static long location(Bytes descriptor) {
        return descriptor.u32(LOCATION);
    }

    /** How many bytes behind the tag are checked. */
    static int checkedBytes(Bytes descriptor) {
        return descriptor.u16(CRC_LENGTH);
    }

    /** Whether tag and content are as they were written (3/7.2.3 and 3/7.2.6). */
    static boolean isWhole(Bytes descriptor) {
        int checked = checkedBytes(descriptor);
        return hasSum(descriptor)
                && BYTES + checked <= descriptor.length()
                && descriptor.u16(CRC) == Crc.of(descriptor, BYTES, checked);
    }

    /** The sum over the tag itself (3/7.2.3). */
    private static boolean hasSum(Bytes descriptor) {
        int sum = 0;
        for (int i = 0; i < BYTES; i++) {
            sum += i == CHECKSUM ? 0 : descriptor.u8(i);
        }
        return descriptor.u8(CHECKSUM) == (sum & 0xFF);
    }
}
