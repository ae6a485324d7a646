package dev.spindle.drive.scsi;

/** Bytes by their values, of which the low eight bits count. */
final class Bytes {
    private Bytes() {}

    static byte[] of(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
