package dev.spindle.app;

import dev.spindle.desktop.Udisks;
import dev.spindle.drive.Drive;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.drive.linux.LinuxDrives;
import dev.spindle.os.DeviceFacts;
import dev.spindle.rip.RipServices;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Opens whatever can be named as a drive: optical drives by commands, and all else, among it
 * optical drives that take no commands from us, by reading its bytes.
 */
record Drives(LinuxDrives optical, ImageDrives images, DeviceFacts facts, Udisks udisks)
        implements RipServices.DriveOpener {
    @Override
    public Drive open(String named) throws IOException {
        String address = device(named);
        Optional<Drive> drive = optical.open(address);
        return drive.isPresent() ? drive.get() : images.open(address);
    }

    @Override
    public Drive look(String named) throws IOException {
        String address = device(named);
        Optional<Drive> drive = optical.look(address);
        return drive.isPresent() ? drive.get() : images.open(address);
    }

    @Override
    public List<String> mountPoints(String named) {
        String node = facts.canonicalPath(device(named));
        return node.startsWith("/dev/") ? facts.mountPoints(node) : List.of();
    }

    @Override
    public void unmount(String named) throws IOException {
        String node = facts.canonicalPath(device(named));
        // Each call takes one mount off.
        for (int mounts = facts.mountPoints(node).size(); mounts > 1; mounts--) {
            udisks.unmount(node);
        }
        udisks.unmount(node);
    }

    /** File managers name a disc by the folder where they have mounted it. */
    private String device(String named) {
        return named.startsWith("/") ? facts.deviceMountedAt(named).orElse(named) : named;
    }
}
