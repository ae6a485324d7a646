package dev.spindle.os.linux;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

/** Gives files new names. */
final class Renaming {
    private final LibC libC;
    private final FileLookup lookup;

    Renaming(LibC libC, FileLookup lookup) {
        this.libC = libC;
        this.lookup = lookup;
    }

    void over(String from, String to) throws OsException {
        Calls.checkPath("rename", to);
        Calls.once("rename", from, () -> libC.rename(from, to));
    }

    /**
     * NFS and many FUSE file systems answer EINVAL to the flag, and containers EPERM to a call that
     * their filter doesn't know; a link keeps the promise there.
     */
    void keeping(String from, String to) throws OsException {
        Calls.checkPath("renameat2", to);
        try {
            Calls.once(
                    "renameat2",
                    from,
                    () ->
                            libC.renameat2(
                                    Flags.AT_FDCWD,
                                    from,
                                    Flags.AT_FDCWD,
                                    to,
                                    Flags.RENAME_NOREPLACE));
        } catch (OsException e) {
            if (!e.errno().meansRefused()) {
                throw e;
            }
            byLink(from, to);
        }
    }

    /** A link fails where the name is taken; until the removal the file has both names. */
    private void byLink(String from, String to) throws OsException {
        try {
            Calls.once(
                    "linkat", from, () -> libC.linkat(Flags.AT_FDCWD, from, Flags.AT_FDCWD, to, 0));
        } catch (OsException e) {
            if (lacksLinks(e.errno()) && isFree(to)) {
                // Not in one step, but the lock of the part keeps other rips from this name.
                over(from, to);
                return;
            }
            if (!areSameFile(from, to)) {
                throw e;
            }
        }
        Calls.once("unlink", from, () -> libC.unlink(from));
    }

    private static boolean lacksLinks(Errno errno) {
        return errno.meansRefused();
    }

    private boolean isFree(String path) {
        try {
            var _ = lookup.of(path);
            return false;
        } catch (OsException e) {
            return e.errno() == Errno.ENOENT;
        }
    }

    /**
     * Whether the link is there all the same: an NFS server may make it and fail to say so
     * (link(2), BUGS), and a crash may have come between link and removal.
     */
    private boolean areSameFile(String from, String to) {
        try {
            return lookup.of(from).toFacts().isSameFileAs(lookup.of(to).toFacts());
        } catch (OsException _) {
            return false;
        }
    }
}
