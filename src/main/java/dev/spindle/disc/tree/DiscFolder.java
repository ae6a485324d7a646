package dev.spindle.disc.tree;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder.
 *
 * @param entries in the disc's own order; names may repeat
 */
public record DiscFolder(String name, Optional<Instant> modified, List<DiscEntry> entries)
        implements DiscEntry {
    public DiscFolder {
        entries = List.copyOf(entries);
    }

    /** The first entry of that name, whatever its case. */
    public Optional<DiscEntry> entry(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.name().toUpperCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
