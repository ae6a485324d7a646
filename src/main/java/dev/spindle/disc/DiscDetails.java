package dev.spindle.disc;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.drive.medium.MediumMusic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a disc beyond the first look.
 *
 * @param created when its volume was created, if a structure tells
 * @param modified when it was last modified, if a structure tells
 * @param structures file systems and what comes with them, by name: "ISO 9660", "Joliet level 3",
 *     "UDF 2.50"
 * @param toc the table of contents, if the drive gave one
 * @param notes about sizes and sessions
 * @param music what a CD with audio tracks tells of them
 */
public record DiscDetails(
        Optional<Instant> created,
        Optional<Instant> modified,
        List<String> structures,
        Optional<DiscToc> toc,
        List<DiscNote> notes,
        Optional<MediumMusic> music) {
    public DiscDetails {
        structures = List.copyOf(structures);
        notes = List.copyOf(notes);
    }

    static DiscDetails ofNotes(List<DiscNote> notes) {
        return new DiscDetails(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                notes,
                Optional.empty());
    }

    /** Whether there is a file system whose files can be listed. */
    public boolean hasFiles() {
        return structures.stream().anyMatch(s -> s.equals("ISO 9660") || s.startsWith("UDF"));
    }
}
