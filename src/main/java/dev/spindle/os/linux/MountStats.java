package dev.spindle.os.linux;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The text of /proc/self/mountstats, of which only NFS says more than the mount's name
 * (fs/nfs/super.c, nfs_show_stats).
 */
final class MountStats {
    private static final Pattern DEVICE =
            Pattern.compile("device (\\S+) mounted on (\\S+) with fstype (\\S+)(?: .*)?");
    private static final Pattern BYTES = Pattern.compile("\\s*bytes:\\s+((?:\\d{1,19}\\s*){8,})");

    /** Place of NFSIOS_SERVERWRITTENBYTES in enum nfs_stat_bytecounters of linux/nfs_iostat.h. */
    private static final int SERVER_WRITTEN = 5;

    private MountStats() {}

    /** What the server of the NFS mount on that point has taken so far; of several, the last. */
    static OptionalLong serverWrittenBytes(String text, String point) {
        boolean isIt = false;
        OptionalLong found = OptionalLong.empty();
        for (String line : text.lines().toList()) {
            var device = DEVICE.matcher(line);
            var bytes = BYTES.matcher(line);
            if (device.matches()) {
                isIt =
                        Mount.unescape(device.group(2)).equals(point)
                                && device.group(3).startsWith("nfs");
            } else if (isIt && bytes.matches()) {
                found =
                        OptionalLong.of(
                                Long.parseUnsignedLong(
                                        bytes.group(1).split("\\s+", -1)[SERVER_WRITTEN]));
            }
        }
        return found;
    }
}
