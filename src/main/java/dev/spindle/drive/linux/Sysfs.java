package dev.spindle.drive.linux;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the kernel tells of block devices (kernel documentation, ABI/stable/sysfs-block). Sends no
 * command to any drive, and never waits for one.
 */
record Sysfs(Storage storage) {
    static final String BLOCK_DEVICES = "/sys/block";

    /** An attribute is at most a page long (kernel documentation, filesystems/sysfs). */
    private static final int ATTRIBUTE_BYTES = 4096;

    /** Names in a folder; none where it is not there. */
    List<String> names(String folder) {
        try {
            return storage.list(folder).stream().sorted().toList();
        } catch (OsException missing) {
            return List.of();
        }
    }

    /** An attribute's text without padding; empty where it can't be read. */
    String text(String path) {
        return new String(bytes(path), StandardCharsets.US_ASCII).strip();
    }

    OptionalLong number(String path) {
        String text = text(path);
        return text.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    byte[] bytes(String path) {
        var buffer = ByteBuffer.allocateDirect(ATTRIBUTE_BYTES);
        try {
            StorageFile file = storage.open(path, Storage.How.READ);
            try {
                var bytes = new byte[Math.max(0, file.read(buffer, 0))];
                buffer.get(0, bytes);
                return bytes;
            } finally {
                close(file);
            }
        } catch (OsException missing) {
            return new byte[0];
        }
    }

    /** The attribute of a block device. */
    static String attribute(String name, String attribute) {
        return BLOCK_DEVICES + "/" + name + "/" + attribute;
    }

    private static void close(StorageFile file) {
        try {
            file.close();
        } catch (OsException _) {
            // It was only read: what came is good.
        }
    }
}
