package dev.spindle.os.linux;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The text of /proc/fs/cifs/Stats, which every user may read (fs/smb/client/cifs_debug.c,
 * cifs_stats_proc_show; what was written since Linux 4.19, smb2ops.c, smb2_print_stats). Its file
 * takes no lock that a dead server holds.
 */
final class CifsStats {
    /** {@code 1) \\nas\rips}; what its connection has lost follows behind a tab. */
    private static final Pattern SHARE = Pattern.compile("\\d{1,9}\\) ([^\\t]+?)\\s*(?:\\t.*)?");

    private static final Pattern BYTES =
            Pattern.compile("Bytes read: \\d+ {2}Bytes written: (\\d{1,19})");

    private CifsStats() {}

    /**
     * What servers of that share have acknowledged so far, by all connections to it.
     *
     * @param source as it was mounted: {@code //nas/rips}
     */
    static OptionalLong serverWrittenBytes(String text, String source) {
        String tree = treeOf(source);
        boolean isIt = false;
        OptionalLong found = OptionalLong.empty();
        for (String line : text.lines().toList()) {
            var share = SHARE.matcher(line);
            var bytes = BYTES.matcher(line);
            if (share.matches()) {
                isIt = share.group(1).equalsIgnoreCase(tree);
            } else if (isIt && bytes.matches()) {
                found = OptionalLong.of(found.orElse(0) + Long.parseUnsignedLong(bytes.group(1)));
            }
        }
        return found;
    }

    /** A folder of the share may have been mounted: the connection is to the share. */
    private static String treeOf(String source) {
        String[] names = source.replace('\\', '/').split("/+", -1);
        return names.length < 3 ? source : "\\\\" + names[1] + "\\" + names[2];
    }
}
