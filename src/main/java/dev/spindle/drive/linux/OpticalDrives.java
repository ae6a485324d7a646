package dev.spindle.drive.linux;

import dev.spindle.drive.DriveInfo;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lists optical drives without touching them: {@code /sys/block/sr*} (kernel documentation,
 * ABI/stable/sysfs-block). Sends no command to any drive.
 */
public record OpticalDrives(Storage storage) {
    private static final String BLOCK_DEVICES = "/sys/block";

    /** An attribute is at most a page long (kernel documentation, filesystems/sysfs). */
    private static final int ATTRIBUTE_BYTES = 4096;

    /** The drives, by the numbers of their devices; none where sysfs can't be read. */
    public List<DriveInfo> list() {
        var drives = new ArrayList<DriveInfo>();
        for (String name : names()) {
            String device = BLOCK_DEVICES + "/" + name + "/device/";
            drives.add(
                    new DriveInfo(
                            "/dev/" + name,
                            attribute(device + "vendor"),
                            attribute(device + "model"),
                            attribute(device + "rev"),
                            "",
                            false));
        }
        return drives;
    }

    private List<String> names() {
        try {
            return storage.list(BLOCK_DEVICES).stream()
                    .filter(name -> name.matches("sr\\d{1,9}"))
                    .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(2))))
                    .toList();
        } catch (OsException noSysfs) {
            return List.of();
        }
    }

    private String attribute(String path) {
        var buffer = ByteBuffer.allocateDirect(ATTRIBUTE_BYTES);
        try {
            StorageFile file = storage.open(path, Storage.How.READ);
            try {
                buffer.limit(Math.max(0, file.read(buffer, 0)));
            } finally {
                close(file);
            }
        } catch (OsException missing) {
            return "";
        }
        return StandardCharsets.US_ASCII.decode(buffer).toString().strip();
    }

    private static void close(StorageFile file) {
        try {
            file.close();
        } catch (OsException _) {
            // It was only read: what came is good.
        }
    }
}
