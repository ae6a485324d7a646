package dev.spindle.drive.linux;

import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.scsi.BadReplyException;
import dev.spindle.drive.scsi.Inquiry;
import dev.spindle.os.Storage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lists optical drives without touching them, by sysfs. */
public final class OpticalDrives {
    private static final String NODES = "/dev/";

    private final Sysfs sysfs;

    public OpticalDrives(Storage storage) {
        this.sysfs = new Sysfs(storage);
    }

    /** The drives, by the numbers of their devices; none where sysfs can't be read. */
    public List<DriveInfo> list() {
        return sysfs.names(Sysfs.BLOCK_DEVICES).stream()
                .filter(name -> name.matches("sr\\d{1,9}"))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(2))))
                .map(this::info)
                .toList();
    }

    /** Whether the kernel calls the block device at the canonical path an optical drive. */
    boolean isOptical(String path) {
        String name = name(path);
        String type = sysfs.text(Sysfs.attribute(name, "device/type"));
        return type.isEmpty()
                ? name.matches("sr\\d{1,9}")
                : type.equals(Integer.toString(Inquiry.OPTICAL));
    }

    /** The most bytes that one command to the device may move; empty where unknown. */
    OptionalInt mostBytes(String path) {
        var kib = sysfs.number(Sysfs.attribute(name(path), "queue/max_hw_sectors_kb"));
        return kib.isPresent()
                ? OptionalInt.of((int) Math.min(kib.getAsLong() << 10, Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    /**
     * The drive that this one is under whatever name it has now: by serial number, else by its
     * name, else the only one of its model. Empty where it is not there.
     */
    Optional<DriveInfo> again(DriveInfo drive) {
        List<DriveInfo> alike =
                list().stream()
                        .filter(d -> d.vendor().equals(drive.vendor()))
                        .filter(d -> d.model().equals(drive.model()))
                        .toList();
        return alike.stream()
                .filter(d -> !d.serial().isEmpty() && d.serial().equals(drive.serial()))
                .findFirst()
                .or(() ->
                        alike.stream().filter(d -> d.address().equals(drive.address())).findFirst())
                .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
    }

    /** What the kernel knows of the drive at the canonical path. */
    DriveInfo info(String nameOrPath) {
        String name = name(nameOrPath);
        return new DriveInfo(
                NODES + name,
                sysfs.text(Sysfs.attribute(name, "device/vendor")),
                sysfs.text(Sysfs.attribute(name, "device/model")),
                sysfs.text(Sysfs.attribute(name, "device/rev")),
                serial(name),
                false,
                sysfs.names(Sysfs.attribute(name, "device/scsi_generic")).stream()
                        .findFirst()
                        .map(generic -> NODES + generic));
    }

    /** The kernel keeps the page that holds the serial number (ABI/testing/sysfs-block-device). */
    private String serial(String name) {
        byte[] page = sysfs.bytes(Sysfs.attribute(name, "device/vpd_pg80"));
        if (page.length == 0) {
            return "";
        }
        try {
            return Inquiry.serial(page);
        } catch (BadReplyException _) {
            return "";
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
