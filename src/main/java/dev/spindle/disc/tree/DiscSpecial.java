package dev.spindle.disc.tree;

import java.time.Instant;
import java.util.Optional;

/** Neither file nor folder nor link: it has no bytes on the disc. */
public record DiscSpecial(String name, Optional<Instant> modified, Kind kind) implements DiscEntry {
    public enum Kind {
        BLOCK_DEVICE,
        CHARACTER_DEVICE,
        PIPE,
        SOCKET,
        /** Told by no standard that Spindle knows. */
        OTHER
    }
}
