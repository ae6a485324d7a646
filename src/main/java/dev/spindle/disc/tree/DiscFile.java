package dev.spindle.disc.tree;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file.
 *
 * @param sizeBytes its length
 * @param extents where its bytes lie, in their order; together {@code sizeBytes}, unless there is
 *     an obstacle
 * @param obstacle why the extents don't give its content: "interleaved", "compressed (zisofs)"
 */
public record DiscFile(
        String name,
        Optional<Instant> modified,
        long sizeBytes,
        List<Extent> extents,
        Optional<String> obstacle)
        implements DiscEntry {
    public DiscFile {
        extents = List.copyOf(extents);
    }

    /** One whose extents give its content. */
    public DiscFile(String name, Optional<Instant> modified, long sizeBytes, List<Extent> extents) {
        this(name, modified, sizeBytes, extents, Optional.empty());
    }
}
