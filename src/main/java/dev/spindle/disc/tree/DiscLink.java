package dev.spindle.disc.tree;

import java.time.Instant;
import java.util.Optional;

/**
 * A symbolic link.
 *
 * @param target where it points, as the disc tells it
 */
public record DiscLink(String name, Optional<Instant> modified, String target)
        implements DiscEntry {}
