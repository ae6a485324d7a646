package dev.spindle.os.linux;

import dev.spindle.os.OsException;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls statx, and remembers on which mount it last saw each anonymous device number. Only that
 * leads from a file of a btrfs subvolume to its disk: the number in the file's facts is not the one
 * that mountinfo shows for the file system.
 */
final class FileLookup {
    private static final int FIELDS =
            Flags.STATX_BASIC_STATS | Flags.STATX_MNT_ID | Flags.STATX_DIOALIGN;

    private final LibC libC;
    private final Map<String, Long> mountIds = new ConcurrentHashMap<>();

    FileLookup(LibC libC) {
        this.libC = libC;
    }

    Statx of(String path) throws OsException {
        byte[] buffer = new byte[Statx.SIZE_BYTES];
        Calls.retrying("statx", path, () -> libC.statx(Flags.AT_FDCWD, path, 0, FIELDS, buffer));
        return remembered(Statx.parse(buffer));
    }

    Statx of(Descriptor file) throws OsException {
        byte[] buffer = new byte[Statx.SIZE_BYTES];
        file.call("statx", fd -> libC.statx(fd, "", Flags.AT_EMPTY_PATH, FIELDS, buffer));
        return remembered(Statx.parse(buffer));
    }

    /** The mount on which the anonymous device was last seen. */
    OptionalLong mountId(String device) {
        Long id = mountIds.get(device);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private Statx remembered(Statx found) {
        if (DeviceCounters.isAnonymous(found.device()) && found.has(Flags.STATX_MNT_ID)) {
            mountIds.put(found.device(), found.mountId());
        }
        return found;
    }
}
