package dev.spindle.os;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a device, as the kernel tells it (uevent; lib/kobject_uevent.c).
 *
 * @param action "add", "remove", "change" …
 * @param properties by their names: SUBSYSTEM, DEVNAME, DISK_MEDIA_CHANGE, DISK_EJECT_REQUEST,
 *     DISKSEQ …
 */
public record DeviceEvent(String action, Map<String, String> properties) {
    public DeviceEvent {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a message: {@code ACTION@DEVPATH}, then NAME=VALUE, each ended by a zero byte. Empty
     * where it is none, such as udev's own, which begin otherwise.
     */
    public static Optional<DeviceEvent> parse(byte[] message, int length) {
        String text = new String(message, 0, length, StandardCharsets.UTF_8);
        String[] parts = text.split("\0", -1);
        int at = parts[0].indexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        var properties = new HashMap<String, String>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                properties.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return Optional.of(new DeviceEvent(parts[0].substring(0, at), properties));
    }

    /** Whether it is about a block device, or a part of one. */
    public boolean isAboutBlockDevice() {
        return "block".equals(properties.get("SUBSYSTEM"));
    }

    /** The device's name below /dev; empty where it has none. */
    public String name() {
        return properties.getOrDefault("DEVNAME", "");
    }
}
