package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.text.DiscText;
import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.disc.tree.Extent;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.disc.tree.TreeBuilder.FolderBuilder;
import dev.spindle.disc.tree.TreeScope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes files, links and specials of records. */
final class EntryMaker {
    /** Type bits of POSIX modes as Rock Ridge writes them (RRIP 1.12, 4.1.1). */
    private static final int TYPE = 0xF000;

    private static final int LINK = 0xA000;

    private final SectorCache disc;
    private final Hierarchy hierarchy;
    private final TreeScope scope;
    private final SystemUse systemUse;
    private final TreeBuilder tree;

    EntryMaker(
            SectorCache disc,
            Hierarchy hierarchy,
            TreeScope scope,
            Effort effort,
            TreeBuilder tree) {
        this.disc = disc;
        this.hierarchy = hierarchy;
        this.scope = scope;
        this.tree = tree;
        this.systemUse =
                new SystemUse(disc, hierarchy.volume().blockBytes(), hierarchy.skipBytes(), effort);
    }

    /** What Rock Ridge tells, where the disc has it. */
    RockRidge rockRidge(DirectoryRecord record) throws DiscException {
        return hierarchy.names() == Hierarchy.Names.ROCK_RIDGE
                ? RockRidge.of(systemUse.of(record))
                : RockRidge.NONE;
    }

    String name(DirectoryRecord record, RockRidge rock) {
        return DiscText.name(rock.name().orElseGet(() -> hierarchy.name(record)));
    }

    Optional<Instant> modified(DirectoryRecord record, RockRidge rock) {
        return scope.wantsFiles() ? rock.modified().or(record::recorded) : Optional.empty();
    }

    /** Adds the file to which these records belong; associated ones are told, but left out. */
    void add(FolderBuilder folder, List<DirectoryRecord> parts, RockRidge rock)
            throws DiscException {
        DirectoryRecord first = parts.getFirst();
        if (first.isAssociated()) {
            tree.problem("associated files (resource forks) are left out");
        } else {
            folder.add(entry(parts, rock));
        }
    }

    private DiscEntry entry(List<DirectoryRecord> parts, RockRidge rock) {
        DirectoryRecord first = parts.getFirst();
        String name = name(first, rock);
        var modified = modified(first, rock);
        int type = rock.mode().orElse(0) & TYPE;
        if (type == LINK || rock.target().isPresent()) {
            return new DiscLink(name, modified, rock.target().orElse(""));
        }
        return switch (type) {
            case 0x6000 -> special(name, modified, DiscSpecial.Kind.BLOCK_DEVICE);
            case 0x2000 -> special(name, modified, DiscSpecial.Kind.CHARACTER_DEVICE);
            case 0x1000 -> special(name, modified, DiscSpecial.Kind.PIPE);
            case 0xC000 -> special(name, modified, DiscSpecial.Kind.SOCKET);
            default ->
                    scope.wantsFiles()
                            ? file(name, modified, parts, rock)
                            : new DiscFile(name, modified, 0, List.of());
        };
    }

    private static DiscSpecial special(
            String name, Optional<Instant> modified, DiscSpecial.Kind kind) {
        return new DiscSpecial(name, modified, kind);
    }

    private DiscFile file(
            String name, Optional<Instant> modified, List<DirectoryRecord> parts, RockRidge rock) {
        var extents = new ArrayList<Extent>(parts.size());
        long bytes = 0;
        for (DirectoryRecord part : parts) {
            if (part.dataBytes() > 0) {
                long offset = part.firstBlock() * hierarchy.volume().blockBytes();
                extents.add(new Extent(offset, part.dataBytes()));
                bytes += part.dataBytes();
            }
        }
        long shown = rock.sparseBytes().orElse(rock.inflatedBytes().orElse(bytes));
        return new DiscFile(name, modified, shown, extents, obstacle(parts, extents, rock));
    }

    private Optional<String> obstacle(
            List<DirectoryRecord> parts, List<Extent> extents, RockRidge rock) {
        if (rock.sparseBytes().isPresent()) {
            return Optional.of("sparse");
        }
        if (rock.inflatedBytes().isPresent()) {
            return Optional.of("compressed (zisofs)");
        }
        if (parts.getLast().hasMoreExtents()) {
            return Optional.of("its last part is missing");
        }
        if (parts.stream().anyMatch(DirectoryRecord::isInterleaved)) {
            return Optional.of("interleaved");
        }
        int volume = hierarchy.volume().volumeNumber();
        if (parts.stream().anyMatch(p -> p.volumeNumber() != 0 && p.volumeNumber() != volume)) {
            return Optional.of("on another disc of its set");
        }
        long end = disc.sectors() * Sector.BYTES;
        return extents.stream().anyMatch(e -> e.offsetBytes() + e.lengthBytes() > end)
                ? Optional.of("behind the end of the disc")
                : Optional.empty();
    }
}
