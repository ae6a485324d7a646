package dev.spindle.os.linux;

import com.sun.jna.LastErrorException;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

/** Makes calls into libc and turns errno, taken at the call, into {@link OsException}. */
final class Calls {
    private Calls() {}

    /** One call. */
    @FunctionalInterface
    interface Call {
        long make() throws LastErrorException;
    }

    /**
     * Makes a call that must not be repeated: close, and whatever changes names, since an
     * interrupted rename may have happened and would then meet its own result.
     */
    static long once(String name, String path, Call call) throws OsException {
        checkPath(name, path);
        try {
            return call.make();
        } catch (LastErrorException e) {
            throw new OsException(e.getErrorCode(), name, path);
        } catch (UnsatisfiedLinkError _) {
            throw new OsException(Errno.ENOSYS, name, path);
        }
    }

    /** Makes a call again as long as a signal interrupts it. */
    static long retrying(String name, String path, Call call) throws OsException {
        while (true) {
            try {
                return once(name, path, call);
            } catch (OsException e) {
                if (e.errno() != Errno.EINTR) {
                    throw e;
                }
            }
        }
    }

    /** To C a path ends at its first NUL: one inside would lead to another file. */
    static void checkPath(String name, String path) throws OsException {
        if (path.indexOf('\0') >= 0) {
            throw new OsException(Errno.EINVAL, name, path.replace('\0', '?'));
        }
    }
}
