package dev.spindle.os.linux;

import dev.spindle.os.MountFacts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The mounts of this process, later ones last.
 *
 * @param all as /proc/self/mountinfo lists them
 */
record Mounts(List<Mount> all) {
    private static final String OVERLAY = "overlay";

    Mounts {
        all = List.copyOf(all);
    }

    /** The mounts now; none where /proc is not there. */
    static Mounts now() {
        return new Mounts(
                KernelText.read("/proc/self/mountinfo").map(Mount::parseAll).orElse(List.of()));
    }

    /** The mount under a path: by its id, else by the longest point above the path. */
    Optional<Mount> under(String path, OptionalLong id) {
        return byId(id).or(() -> longestAbove(path));
    }

    /** What is mounted just there; of several on one point the last lies on top. */
    Optional<Mount> at(String point) {
        return all.reversed().stream().filter(m -> m.point().equals(point)).findFirst();
    }

    /** The mount of a file: by the id, else the first of that device. */
    Optional<Mount> ofDevice(String device, OptionalLong id) {
        return byId(id).or(() -> all.stream().filter(m -> m.device().equals(device)).findFirst());
    }

    private Optional<Mount> byId(OptionalLong id) {
        return all.stream().filter(m -> id.isPresent() && m.id() == id.getAsLong()).findFirst();
    }

    /** Of several on one point the last lies on top. */
    private Optional<Mount> longestAbove(String path) {
        return all.reversed().stream()
                .filter(m -> isAbove(m.point(), path))
                .max(Comparator.comparingInt(m -> m.point().length()));
    }

    private static boolean isAbove(String point, String path) {
        return point.equals("/") || path.equals(point) || path.startsWith(point + "/");
    }

    MountFacts facts(Mount mount) {
        return new MountFacts(
                mount.fileSystem(),
                mount.source(),
                mount.superOptions(),
                mount.point(),
                mount.fileSystem().equals(OVERLAY) ? upperType(mount) : Optional.empty());
    }

    /**
     * What takes the writes of an overlay. A container's overlay names a path of its host: here
     * that leads to an overlay again, which can't be an upper file system and so tells nothing.
     */
    private Optional<String> upperType(Mount overlay) {
        return overlay.superOptions().stream()
                .filter(option -> option.startsWith("upperdir=/"))
                .map(option -> option.substring("upperdir=".length()))
                .findFirst()
                .flatMap(this::longestAbove)
                .map(Mount::fileSystem)
                .filter(type -> !type.equals(OVERLAY));
    }
}
