package dev.spindle.rip;

import java.util.Locale;

/** Hashes that a rip can carry, as {@code --hash} names them. */
public enum HashAlgorithm {
    SHA256,
    CRC32,
    MD5,
    SHA1;

    /** The name in options, files and JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
