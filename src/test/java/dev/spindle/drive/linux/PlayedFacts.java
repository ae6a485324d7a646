package dev.spindle.drive.linux;

import dev.spindle.os.DeviceFacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a played system tells of its devices. */
public final class PlayedFacts implements DeviceFacts {
    public final List<String> mountPoints = new ArrayList<>();
    public final List<String> users = new ArrayList<>();
    public boolean usedByUs;
    public Optional<String> group = Optional.of("cdrom");
    public final Map<String, String> mountedDevices = new HashMap<>();

    @Override
    public String canonicalPath(String path) {
        return path.equals("/dev/cdrom") ? "/dev/sr0" : path;
    }

    @Override
    public List<String> mountPoints(String path) {
        return mountPoints;
    }

    @Override
    public Optional<String> deviceMountedAt(String folder) {
        return Optional.ofNullable(mountedDevices.get(folder));
    }

    @Override
    public Optional<String> group(String path) {
        return group;
    }

    @Override
    public boolean isUsedByUs(String path) {
        return usedByUs;
    }

    @Override
    public List<String> users(String path) {
        return users;
    }
}
