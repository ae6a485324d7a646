package dev.spindle.disc.udf;

/** The check sum of descriptors: polynomial 0x1021, start 0 (ECMA-167 3/7.2.6 and its annex). */
final class Crc {
    private static final int POLYNOMIAL = 0x1021;
    private static final int[] TABLE = table();

    private Crc() {}

    static int of(Bytes bytes, int at, int count) {
        int crc = 0;
        for (int i = at; i < at + count; i++) {
            crc = ((crc << 8) & 0xFFFF) ^ TABLE[(crc >> 8) ^ bytes.u8(i)];
        }
        return crc;
    }

    private static int[] table() {
        var table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            table[i] = crc & 0xFFFF;
        }
        return table;
    }
}
