package dev.spindle.os.linux;

import dev.spindle.os.DeviceFacts;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts about device nodes from /sys, /proc and the file system that holds the nodes. */
public final class LinuxDeviceFacts implements DeviceFacts {
    private final Path processes;

    /** Facts about this machine. */
    public LinuxDeviceFacts() {
        this(Path.of("/proc"));
    }

    LinuxDeviceFacts(Path processes) {
        this.processes = processes;
    }

    @Override
    public String canonicalPath(String path) {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException | InvalidPathException _) {
            return path;
        }
    }

    /** A file system on a disc has the device's own number in mountinfo (proc(5)). */
    @Override
    public List<String> mountPoints(String path) {
        Path name = Path.of(canonicalPath(path)).getFileName();
        String number =
                name == null
                        ? ""
                        : KernelText.read("/sys/class/block/" + name + "/dev").orElse("").strip();
        return Mounts.now().all().stream()
                .filter(mount -> !number.isEmpty() && mount.device().equals(number))
                .map(Mount::point)
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> deviceMountedAt(String folder) {
        String point = canonicalPath(folder);
        return Mounts.now().at(point).map(Mount::source).filter(s -> s.startsWith("/dev/"));
    }

    @Override
    public Optional<String> group(String path) {
        try {
            return Files.getAttribute(Path.of(path), "unix:group") instanceof GroupPrincipal group
                    ? Optional.of(group.getName())
                    : Optional.empty();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isUsedByUs(String path) {
        return holds(processes.resolve("self"), canonicalPath(path));
    }

    @Override
    public List<String> users(String path) {
        String node = canonicalPath(path);
        var users = new ArrayList<String>();
        long self = ProcessHandle.current().pid();
        for (Path process : listed(processes, "[0-9]*")) {
            String id = String.valueOf(process.getFileName());
            if (!id.equals(Long.toString(self)) && holds(process, node)) {
                String name = KernelText.read(process + "/comm").orElse("a program").strip();
                users.add(name + " (process " + id + ")");
            }
        }
        return users;
    }

    private static boolean holds(Path process, String node) {
        return listed(process.resolve("fd"), "*").stream().anyMatch(link -> leadsTo(link, node));
    }

    private static boolean leadsTo(Path link, String node) {
        try {
            return Files.readSymbolicLink(link).toString().equals(node);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    /** Nothing where it is withheld, or the process has ended meanwhile. */
    private static List<Path> listed(Path folder, String glob) {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        return found;
    }
}
