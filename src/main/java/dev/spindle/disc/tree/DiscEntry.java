package dev.spindle.disc.tree;

import java.time.Instant;
import java.util.Optional;

/** What stands in a folder of a disc. */
public sealed interface DiscEntry permits DiscFile, DiscFolder, DiscLink, DiscSpecial {
    /** As the disc tells it; never empty but for the root, may hold any character. */
    String name();

    /** When it was last changed, if the disc tells that. */
    Optional<Instant> modified();
}
