package dev.spindle.os;

/**
 * Error numbers that Spindle tells apart. Values: Linux {@code include/uapi/asm-generic/errno*.h},
 * the same on x86-64 and aarch64.
 */
public enum Errno {
    EPERM(1, "operation not permitted"),
    ENOENT(2, "no such file or folder"),
    EINTR(4, "interrupted"),
    EIO(5, "input/output error"),
    ENXIO(6, "no such device"),
    EBADF(9, "bad file descriptor"),
    EAGAIN(11, "held by another, try again"),
    ENOMEM(12, "out of memory"),
    EACCES(13, "permission denied"),
    EBUSY(16, "busy"),
    EEXIST(17, "exists already"),
    ENODEV(19, "no such device"),
    ENOTDIR(20, "not a folder"),
    EISDIR(21, "is a folder"),
    EINVAL(22, "invalid argument"),
    ENFILE(23, "too many open files in the system"),
    EMFILE(24, "too many open files"),
    ENOTTY(25, "no such request to this device"),
    EFBIG(27, "file too large"),
    ENOSPC(28, "no space left on the device"),
    ESPIPE(29, "not a regular file"),
    EROFS(30, "read-only file system"),
    ENAMETOOLONG(36, "name too long"),
    ENOSYS(38, "not implemented by this kernel"),
    ENOTEMPTY(39, "folder not empty"),
    ELOOP(40, "too many symbolic links"),
    ENODATA(61, "unreadable medium"),
    EOPNOTSUPP(95, "not supported by the file system"),
    ENETDOWN(100, "the network is down"),
    ENETUNREACH(101, "the network can't be reached"),
    ENETRESET(102, "the network dropped the connection"),
    ECONNABORTED(103, "the connection was broken off"),
    ECONNRESET(104, "the server broke the connection off"),
    ENOBUFS(105, "events were lost"),
    ENOTCONN(107, "not connected"),
    ESHUTDOWN(108, "the connection was closed"),
    ETIMEDOUT(110, "timed out"),
    ECONNREFUSED(111, "the server takes no connection"),
    EHOSTDOWN(112, "the server is down"),
    EHOSTUNREACH(113, "the server can't be reached"),
    ESTALE(116, "stale file handle"),
    ENOMEDIUM(123, "no medium found"),
    EDQUOT(122, "disk quota exceeded"),
    /** Any other number; see {@link OsException#number}. */
    OTHER(0, "error");

    private final int number;
    private final String text;

    Errno(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    /** A few words for people. */
    public String text() {
        return text;
    }

    public static Errno of(int number) {
        for (Errno errno : values()) {
            if (errno.number == number) {
                return errno;
            }
        }
        return OTHER;
    }

    /** Whether the destination is full, by blocks, quota or size limit. */
    public boolean meansFull() {
        return this == ENOSPC || this == EDQUOT || this == EFBIG;
    }

    /** Whether a server, or the program behind a FUSE mount, does not answer just now. */
    public boolean meansAway() {
        return switch (this) {
            case ENETDOWN,
                    ENETUNREACH,
                    ENETRESET,
                    ECONNABORTED,
                    ECONNRESET,
                    ENOTCONN,
                    ESHUTDOWN,
                    ETIMEDOUT,
                    ECONNREFUSED,
                    EHOSTDOWN,
                    EHOSTUNREACH ->
                    true;
            default -> false;
        };
    }

    /** Whether the kernel or file system lacks the call, so that a fallback is due. */
    public boolean meansUnsupported() {
        return this == ENOSYS || this == EOPNOTSUPP || this == EINVAL || this == ESPIPE;
    }

    /**
     * Whether the call itself is refused, so that it says nothing of the bytes: unsupported, or
     * EPERM, which containers answer to calls that their filter doesn't know.
     */
    public boolean meansRefused() {
        return this == EPERM || meansUnsupported();
    }
}
