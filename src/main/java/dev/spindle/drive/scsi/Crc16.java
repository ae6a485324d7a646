package dev.spindle.drive.scsi;

/**
 * The CRC of Q sub-channels and CD-Text packs (ECMA-130, 22.3.6): polynomial 1021h, from 0, every
 * bit inverted, known as CRC-16/GSM.
 */
final class Crc16 {
    private static final int POLYNOMIAL = 0x1021;
    private static final int MASK = 0xFFFF;

    private Crc16() {}

    static int of(byte[] bytes, int from, int length) {
        int crc = 0;
        for (int i = from; i < from + length; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
        }
        return ~crc & MASK;
    }
}
