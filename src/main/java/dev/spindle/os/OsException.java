package dev.spindle.os;

import java.io.IOException;
import java.io.Serial;

/** A system call failed. */
public final class OsException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final Errno errno;
    private final int number;
    private final String call;
    private final String path;

    /**
     * @param number errno as the call gave it
     * @param call the C name of the call
     * @param path the file it was about
     */
    public OsException(int number, String call, String path) {
        super(
                path
                        + ": "
                        + (Errno.of(number) == Errno.OTHER
                                ? "error " + number
                                : Errno.of(number).text())
                        + " ("
                        + call
                        + ")");
        this.errno = Errno.of(number);
        this.number = number;
        this.call = call;
        this.path = path;
    }

    public OsException(Errno errno, String call, String path) {
        this(errno.number(), call, path);
    }

    public Errno errno() {
        return errno;
    }

    public int number() {
        return number;
    }

    public String call() {
        return call;
    }

    public String path() {
        return path;
    }
}
