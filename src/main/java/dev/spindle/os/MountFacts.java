package dev.spindle.os;

import java.util.List;
import java.util.Optional;

/**
 * What the kernel tells of a mount (/proc/self/mountinfo): what {@code f_type} leaves out.
 *
 * @param fileSystemType as mount(8) shows it: {@code fuse.sshfs}, {@code fuseblk}, {@code nfs4},
 *     {@code cifs}, {@code overlay}
 * @param source device, share or a mere name
 * @param superOptions options of the file system, such as {@code vers=4.2}
 * @param point where it is mounted
 * @param upperType of an overlay, the type of the file system that takes its writes, where this
 *     process can see it
 */
public record MountFacts(
        String fileSystemType,
        String source,
        List<String> superOptions,
        String point,
        Optional<String> upperType) {
    public MountFacts {
        superOptions = List.copyOf(superOptions);
    }

    /** The value of an option {@code name=value}; of the first where there are several. */
    public Optional<String> option(String name) {
        String start = name + "=";
        return superOptions.stream()
                .filter(option -> option.startsWith(start))
                .map(option -> option.substring(start.length()))
                .findFirst();
    }
}
