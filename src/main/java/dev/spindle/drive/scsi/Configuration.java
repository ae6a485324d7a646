package dev.spindle.drive.scsi;

import java.util.HashSet;
import java.util.Set;

/**
 * What drive and disc can do together (MMC-6, GET CONFIGURATION).
 *
 * @param profile the current one (MMC-6, table 92); 0 where there is no disc
 * @param currentFeatures the codes of the features that are current
 */
public record Configuration(int profile, Set<Integer> currentFeatures) {
    /** AACS (MMC-6, feature 010Dh). */
    public static final int AACS = 0x010D;

    private static final int HEAD_BYTES = 8;

    public Configuration {
        currentFeatures = Set.copyOf(currentFeatures);
    }

    public static Configuration parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "GET CONFIGURATION");
        int profile = reply.u16(6);
        var whole = reply.upToLength32();
        var current = new HashSet<Integer>();
        // A last feature that was cut off still tells its code.
        for (int at = HEAD_BYTES; at + 4 <= whole.length(); at += 4 + whole.u8(at + 3)) {
            if (whole.bit(at + 2, 0)) {
                current.add(whole.u16(at));
            }
        }
        return new Configuration(profile, current);
    }
}
