package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.disc.tree.TreeBuilder.FolderBuilder;
import dev.spindle.disc.tree.TreeScope;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads folder after folder, those nearer to the root first. A folder whose place was read before
 * is not read again: that is what ends circles.
 */
final class FolderWalk {
    /** A folder that waits. */
    private record Waiting(FolderBuilder folder, long firstBlock, long dataBytes, int depth) {
        /** Where programs put the folders that lie too deep for ISO 9660 (RRIP 1.12, 4.1.5). */
        boolean isForMoved() {
            return depth == 1 && folder.name().toLowerCase(Locale.ROOT).matches("\\.?rr_moved");
        }
    }

    /** A folder among the moved ones; most belong elsewhere, and are listed there. */
    private record Moved(DirectoryRecord record, RockRidge rock, Waiting parent) {}

    /** A disc has no more of them; what comes behind is listed where it stands. */
    private static final int MOST_MOVED = 10_000;

    private final SectorCache disc;
    private final Hierarchy hierarchy;
    private final TreeScope scope;
    private final int blockBytes;
    private final Effort effort = new Effort();
    private final TreeBuilder tree = new TreeBuilder();
    private final EntryMaker entries;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ArrayDeque<Moved> moved = new ArrayDeque<>();
    private final Set<Long> seenBlocks = new HashSet<>();

    FolderWalk(SectorCache disc, Hierarchy hierarchy, TreeScope scope) {
        this.disc = disc;
        this.hierarchy = hierarchy;
        this.scope = scope;
        this.blockBytes = hierarchy.volume().blockBytes();
        this.entries = new EntryMaker(disc, hierarchy, scope, effort, tree);
    }

    DiscTree run() throws DiscException {
        DirectoryRecord root = hierarchy.volume().root();
        enqueue(tree.root(), root.firstBlock(), root.dataBytes(), 0);
        while (!waiting.isEmpty() || !moved.isEmpty()) {
            if (!waiting.isEmpty()) {
                read(waiting.remove());
            } else {
                listUnclaimed(moved.remove());
            }
        }
        disc.checkBudget();
        return tree.build();
    }

    private void enqueue(FolderBuilder folder, long firstBlock, long dataBytes, int depth) {
        if (seenBlocks.add(firstBlock)) {
            waiting.add(new Waiting(folder, firstBlock, dataBytes, depth));
        } else {
            tree.problem(
                    "the folder '"
                            + folder.name()
                            + "' is at the place of another one and is not listed twice");
        }
    }

    private void read(Waiting folder) throws DiscException {
        long offset = folder.firstBlock * blockBytes;
        long end = offset + Math.min(folder.dataBytes, scope.mostFolderBytes());
        var assembly = new FileAssembly(entries, folder.folder);
        while (offset < end) {
            long lba = offset / Sector.BYTES;
            long sectorEnd = Math.min((lba + 1) * Sector.BYTES, end);
            disc.checkBudget();
            var sector = disc.read(lba);
            if (sector.isEmpty()) {
                tree.problem(unreadable(folder, lba));
                if (lba >= disc.sectors()) {
                    break;
                }
            } else if (!records(sector.get(), offset, sectorEnd, folder, assembly)) {
                tree.problem("a part of the folder '" + folder.folder.name() + "' is damaged");
            }
            offset = sectorEnd;
        }
        assembly.finish();
    }

    private String unreadable(Waiting folder, long lba) {
        return "a part of the folder '"
                + folder.folder.name()
                + (lba >= disc.sectors()
                        ? "' lies behind the end of the disc, from sector "
                        : "' can't be read, at sector ")
                + lba;
    }

    /** Takes the records of a sector; false where one of them is none. */
    private boolean records(
            Sector sector, long from, long to, Waiting folder, FileAssembly assembly)
            throws DiscException {
        int at = (int) (from % Sector.BYTES);
        int end = at + (int) (to - from);
        while (at < end) {
            effort.spend();
            var record = new DirectoryRecord(sector, at);
            if (record.lengthBytes() == 0) {
                return true;
            }
            if (!record.isWhole()) {
                return false;
            }
            if (!record.isSelf() && !record.isParent()) {
                take(record, folder, assembly);
            }
            at += record.lengthBytes();
        }
        return true;
    }

    private void take(DirectoryRecord record, Waiting parent, FileAssembly assembly)
            throws DiscException {
        var rock = entries.rockRidge(record);
        if (rock.isRelocated()) {
            return;
        }
        if (!record.agrees()) {
            tree.problem(
                    "'"
                            + entries.name(record, rock)
                            + "' has two places or lengths; the little-endian ones are used");
        }
        if (rock.child().isPresent()) {
            relocated(record, rock, parent);
        } else if (record.isFolder()) {
            if (parent.isForMoved() && moved.size() < MOST_MOVED) {
                moved.add(new Moved(record, rock, parent));
            } else {
                folder(record, rock, parent);
            }
        } else {
            assembly.take(record, rock);
        }
    }

    /** One that no record elsewhere claimed. */
    private void listUnclaimed(Moved folder) throws DiscException {
        if (!seenBlocks.contains(folder.record.firstBlock())) {
            folder(folder.record, folder.rock, folder.parent);
        }
    }

    private void folder(DirectoryRecord record, RockRidge rock, Waiting parent)
            throws DiscException {
        var folder = made(record, rock, parent);
        if (folder.isPresent()) {
            enqueue(folder.get(), record.firstBlock(), record.dataBytes(), parent.depth + 1);
        }
    }

    /** A folder that Rock Ridge put elsewhere; its own first record says how long it is. */
    private void relocated(DirectoryRecord record, RockRidge rock, Waiting parent)
            throws DiscException {
        long block = rock.child().orElseThrow();
        long offset = block * blockBytes;
        var self =
                disc.read(offset / Sector.BYTES)
                        .map(s -> new DirectoryRecord(s, (int) (offset % Sector.BYTES)))
                        .filter(r -> r.isWhole() && r.isSelf());
        var folder = made(record, rock, parent);
        if (folder.isPresent() && self.isPresent()) {
            enqueue(folder.get(), block, self.get().dataBytes(), parent.depth + 1);
        } else if (self.isEmpty()) {
            tree.problem(
                    "the folder '" + entries.name(record, rock) + "' is not where it should be");
        }
    }

    private Optional<FolderBuilder> made(DirectoryRecord record, RockRidge rock, Waiting parent)
            throws DiscException {
        String name = entries.name(record, rock);
        var folder = parent.folder.folder(name, entries.modified(record, rock));
        return scope.enters(parent.depth, name) ? Optional.of(folder) : Optional.empty();
    }
}
