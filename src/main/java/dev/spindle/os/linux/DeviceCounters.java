package dev.spindle.os.linux;

import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Finds the block device or server under a file and reads how much was written to it. Touches only
 * /proc, /sys and /dev, never the file system itself, which may hang.
 */
final class DeviceCounters {
    /** The unit of block layer counters, whatever the device's own sectors. */
    private static final long SECTOR_BYTES = 512;

    private final FileLookup lookup;

    DeviceCounters(FileLookup lookup) {
        this.lookup = lookup;
    }

    /** File systems without a single device of their own get numbers with major 0. */
    static boolean isAnonymous(String device) {
        return device.startsWith("0:");
    }

    /** What the device was given so far, or what the server of an NFS or SMB mount has taken. */
    OptionalLong writtenBytes(FileFacts file) {
        String device = file.device();
        if (!isAnonymous(device)) {
            return deviceWrittenBytes(Optional.of(device));
        }
        Optional<Mount> mount = Mounts.now().ofDevice(device, lookup.mountId(device));
        return switch (mount.map(Mount::fileSystem).orElse("")) {
            case "nfs", "nfs4" ->
                    told(
                            "/proc/self/mountstats",
                            text -> MountStats.serverWrittenBytes(text, mount.get().point()));
            case "cifs", "smb3" ->
                    told(
                            "/proc/fs/cifs/Stats",
                            text -> CifsStats.serverWrittenBytes(text, mount.get().source()));
            default ->
                    deviceWrittenBytes(
                            mount.flatMap(DeviceCounters::source).flatMap(this::numberOf));
        };
    }

    private static OptionalLong told(String path, Function<String, OptionalLong> parse) {
        return KernelText.read(path).map(parse).orElse(OptionalLong.empty());
    }

    private static OptionalLong deviceWrittenBytes(Optional<String> device) {
        return device.flatMap(number -> KernelText.read("/sys/dev/block/" + number + "/stat"))
                .map(DeviceCounters::parseSectorsWritten)
                .filter(OptionalLong::isPresent)
                .map(sectors -> OptionalLong.of(sectors.getAsLong() * SECTOR_BYTES))
                .orElse(OptionalLong.empty());
    }

    /** The device file from which an anonymous device is mounted. */
    static Optional<String> source(Mount mount) {
        return Optional.of(mount.source()).filter(source -> source.startsWith("/dev/"));
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
