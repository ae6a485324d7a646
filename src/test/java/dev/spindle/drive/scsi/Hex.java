package dev.spindle.drive.scsi;

import java.util.HexFormat;

/** Recorded bytes as they are printed: hexadecimal, with spaces between for the eye. */
final class Hex {
    private Hex() {}

    static byte[] bytes(String... lines) {
        return HexFormat.of().parseHex(String.join("", lines).replace(" ", ""));
    }
}
