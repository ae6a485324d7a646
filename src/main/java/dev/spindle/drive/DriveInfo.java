package dev.spindle.drive;

import java.util.Optional;

/**
 * Who a drive is.
 *
 * @param address what the user named: a device, an image file or {@code demo:}, without options
 * @param vendor empty where unknown
 * @param model a drive's product, or how an image is called
 * @param revision firmware, empty where unknown
 * @param serial empty where unknown
 * @param image whether a file plays the drive
 * @param generic the drive's other device, {@code /dev/sg1}, where the kernel has made one
 */
public record DriveInfo(
        String address,
        String vendor,
        String model,
        String revision,
        String serial,
        boolean image,
        Optional<String> generic) {
    /** Without another device. */
    public DriveInfo(
            String address,
            String vendor,
            String model,
            String revision,
            String serial,
            boolean image) {
        this(address, vendor, model, revision, serial, image, Optional.empty());
    }
}
