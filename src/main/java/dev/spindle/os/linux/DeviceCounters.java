package dev.spindle.os.linux;

import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the block device under a file and reads how much was ever written to it. Touches only
 * /proc, /sys and /dev, never the file system itself, which may hang.
 */
final class DeviceCounters {
    private final FileLookup lookup;

    DeviceCounters(FileLookup lookup) {
        this.lookup = lookup;
    }

    /** File systems without a single device of their own get numbers with major 0. */
    static boolean isAnonymous(String device) {
        return device.startsWith("0:");
    }

    OptionalLong sectorsWritten(FileFacts file) {
        return blockDevice(file.device())
                .flatMap(device -> KernelText.read("/sys/dev/block/" + device + "/stat"))
                .map(DeviceCounters::parseSectorsWritten)
                .orElse(OptionalLong.empty());
    }

    private Optional<String> blockDevice(String device) {
        if (!isAnonymous(device)) {
            return Optional.of(device);
        }
        return KernelText.read("/proc/self/mountinfo")
                .flatMap(text -> source(Mount.parseAll(text), device, lookup.mountId(device)))
                .flatMap(this::numberOf);
    }

    /** The device file from which an anonymous device is mounted, by its mount, else its number. */
    static Optional<String> source(List<Mount> mounts, String device, OptionalLong mountId) {
        return mounts.stream()
                .filter(m -> mountId.isPresent() && m.id() == mountId.getAsLong())
                .findFirst()
                .or(() -> mounts.stream().filter(m -> m.device().equals(device)).findFirst())
                .map(Mount::source)
                .filter(source -> source.startsWith("/dev/"));
    }

    private Optional<String> numberOf(String devicePath) {
        try {
            Statx found = lookup.of(devicePath);
            return found.kind() == FileFacts.Kind.BLOCK_DEVICE
                    ? Optional.of(found.specialDevice())
                    : Optional.empty();
        } catch (OsException _) {
            return Optional.empty();
        }
    }

    /** Field 7 of 11 to 17, see Documentation/block/stat.rst of the kernel. */
    static OptionalLong parseSectorsWritten(String stat) {
        String[] fields = stat.strip().split("\\s+", -1);
        return fields.length < 11
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseUnsignedLong(fields[6]));
    }
}
