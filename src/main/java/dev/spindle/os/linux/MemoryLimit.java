package dev.spindle.os.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds the texts that limit this process's memory, and reads the numbers in them; pure. */
final class MemoryLimit {
    private MemoryLimit() {}

    /** MemTotal of /proc/meminfo. */
    static OptionalLong parseTotalBytes(String memInfo) {
        return memInfo.lines()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    /** A number of bytes; "max" (cgroup v2) and numbers beyond an exabyte (v1) mean none. */
    static OptionalLong parseLimitBytes(String text) {
        String number = text.strip();
        return number.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(number))
                : OptionalLong.empty();
    }

    /**
     * The limit files of this process's control group and of all groups above it, since the lowest
     * of them holds. See cgroups(7).
     *
     * @param cgroup /proc/self/cgroup: lines of {@code id:controllers:path}
     */
    static List<String> limitFiles(String cgroup, List<Mount> mounts) {
        List<String> files = new ArrayList<>();
        for (String line : cgroup.lines().toList()) {
            String[] fields = line.split(":", 3);
            if (fields.length < 3) {
                continue;
            }
            if (fields[1].isEmpty()) {
                mounts.stream()
                        .filter(m -> m.fileSystem().equals("cgroup2"))
                        .forEach(m -> addUpwards(files, m, fields[2], "memory.max"));
            } else if (List.of(fields[1].split(",", -1)).contains("memory")) {
                mounts.stream()
                        .filter(m -> m.fileSystem().equals("cgroup"))
                        .filter(m -> m.superOptions().contains("memory"))
                        .forEach(m -> addUpwards(files, m, fields[2], "memory.limit_in_bytes"));
            }
        }
        return files;
    }

    private static void addUpwards(List<String> files, Mount mount, String group, String name) {
        String folder = inside(mount, group);
        while (!folder.isEmpty()) {
            files.add(mount.point() + folder + "/" + name);
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        files.add(mount.point() + "/" + name);
    }

    /** In a container the mount shows only the part of the tree that its root names. */
    private static String inside(Mount mount, String group) {
        String root = mount.root().equals("/") ? "" : mount.root();
        return group.startsWith(root + "/") && !group.equals("/")
                ? group.substring(root.length())
                : "";
    }
}
