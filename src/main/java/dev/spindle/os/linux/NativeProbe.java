package dev.spindle.os.linux;

import com.sun.jna.LastErrorException;

import dev.spindle.os.Capabilities;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out which calls are missing by making each with a descriptor that can't exist: a kernel
 * that knows the call complains of the descriptor, one that does not says ENOSYS, a container's
 * filter EPERM. What a single file system lacks shows only at its files.
 */
final class NativeProbe {
    private static final int NO_FILE = -1;

    private NativeProbe() {}

    private record Probe(String call, String sentence, Calls.Call attempt) {}

    static Capabilities ask(LibC libC) {
        List<String> missing = new ArrayList<>();
        for (Probe probe : probes(libC)) {
            if (isMissing(probe)) {
                missing.add(probe.sentence() + " (" + probe.call() + ")");
            }
        }
        return new Capabilities(missing);
    }

    private static List<Probe> probes(LibC libC) {
        return List.of(
                new Probe(
                        "cachestat",
                        "this kernel can't tell which pages are cached",
                        () -> libC.syscall(Flags.SYS_CACHESTAT, -1L, new long[2], new long[5], 0L)),
                new Probe(
                        "renameat2",
                        "this system can't rename without overwriting in one step, so files are"
                                + " linked and the old name removed",
                        () -> libC.renameat2(NO_FILE, "", NO_FILE, "", Flags.RENAME_NOREPLACE)),
                new Probe(
                        "sync_file_range",
                        "this kernel can't write a part of a file to the device, so whole files are"
                                + " synced",
                        () -> libC.sync_file_range(NO_FILE, 0, 1, Flags.SYNC_FILE_RANGE_WRITE)),
                new Probe(
                        "posix_fadvise",
                        "this kernel can't drop written pages, so the image fills the page cache",
                        () -> fadviseErrno(libC)),
                new Probe(
                        "pwritev2",
                        "this kernel can't write past the page cache without alignment",
                        () -> libC.pwritev2(NO_FILE, new long[2], 1, 0, Flags.RWF_DONTCACHE)),
                new Probe(
                        "fallocate",
                        "this kernel can't reserve space, so a full disk shows late",
                        () -> libC.fallocate(NO_FILE, Flags.FALLOC_FL_KEEP_SIZE, 0, 1)));
    }

    /** Returns its error as the others throw it. */
    private static long fadviseErrno(LibC libC) {
        int error = libC.posix_fadvise(NO_FILE, 0, 1, Flags.POSIX_FADV_DONTNEED);
        if (error != 0) {
            throw new LastErrorException(error);
        }
        return error;
    }

    private static boolean isMissing(Probe probe) {
        try {
            Calls.retrying(probe.call(), "", probe.attempt());
            return false;
        } catch (OsException e) {
            return e.errno() == Errno.ENOSYS
                    || e.errno() == Errno.EPERM
                    || e.errno() == Errno.EOPNOTSUPP;
        }
    }
}
