package dev.spindle.os.linux;

import dev.spindle.os.OsException;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open file descriptor. After {@link #close} its number is -1, so that a late call gets EBADF
 * from the kernel instead of reaching whatever file got the old number next.
 */
final class Descriptor implements AutoCloseable {
    private static final int CLOSED = -1;

    /** What umask takes from: read and write for all. */
    private static final int NEW_FILE_MODE = 0666;

    private final LibC libC;
    private final String path;
    private final AtomicInteger number;

    private Descriptor(LibC libC, String path, int number) {
        this.libC = libC;
        this.path = path;
        this.number = new AtomicInteger(number);
    }

    /** Opens the path; a file that this makes gets 0666 less umask. */
    static Descriptor open(LibC libC, String path, int flags) throws OsException {
        long number = Calls.retrying("open", path, () -> libC.open(path, flags, NEW_FILE_MODE));
        return new Descriptor(libC, path, Math.toIntExact(number));
    }

    /** One that a call other than open brings. */
    static Descriptor of(LibC libC, String name, Calls.Call call) throws OsException {
        return new Descriptor(libC, name, Math.toIntExact(Calls.once("socket", name, call)));
    }

    int number() {
        return number.get();
    }

    String path() {
        return path;
    }

    /** A call that takes this descriptor's number. */
    @FunctionalInterface
    interface OnDescriptor {
        long make(int fd);
    }

    /** Makes a call, again as long as a signal interrupts it. */
    long call(String name, OnDescriptor call) throws OsException {
        return Calls.retrying(name, path, () -> call.make(number()));
    }

    /** Closes it; does nothing the second time. Never repeated: see {@link LibC#close}. */
    @Override
    public void close() throws OsException {
        int fd = number.getAndSet(CLOSED);
        if (fd != CLOSED) {
            Calls.once("close", path, () -> libC.close(fd));
        }
    }
}
