package dev.spindle.disc.tree;

import java.util.Locale;
import java.util.Set;

/** How much of a disc's folders is read. */
public enum TreeScope {
    /** Everything, within the limits of {@link TreeBuilder}. */
    WHOLE,

    /**
     * The names in the root, and in those folders of it by which kinds of discs are known. Some
     * reads on any disc, so that a rip can begin soon.
     */
    SIGNS;

    /** In upper case (freedesktop.org shared-mime-info, x-content/* tree magic). */
    private static final Set<String> SIGN_FOLDERS =
            Set.of("VIDEO_TS", "AUDIO_TS", "BDMV", "BDAV", "HVDVD_TS", "MPEGAV", "MPEG2");

    /** Real ones have less than ten entries. */
    private static final int SIGN_FOLDER_BYTES = 16 * 2048;

    /** Whether the folder's content is read. */
    public boolean enters(int parentDepth, String name) {
        return this == WHOLE
                || (parentDepth == 0 && SIGN_FOLDERS.contains(name.toUpperCase(Locale.ROOT)));
    }

    /**
     * Whether sizes, times and extents of files are wanted. If not, files have size 0, no extents
     * and no time, and nothing is read for them.
     */
    public boolean wantsFiles() {
        return this == WHOLE;
    }

    /** So much of a folder's own data is read; what comes behind is left out. */
    public long mostFolderBytes() {
        return this == WHOLE ? Long.MAX_VALUE : SIGN_FOLDER_BYTES;
    }
}
