package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.TreeBuilder.FolderBuilder;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the records of a folder's files together: a file of 4 GiB and more has several, one behind
 * the other, and all but the last say that there are more (ECMA-119, 6.5.1 and 9.1.6).
 */
final class FileAssembly {
    /** 16384 extents of 4 GiB are more than any disc has. */
    private static final int MOST_EXTENTS = 16_384;

    private final EntryMaker maker;
    private final FolderBuilder folder;
    private final List<DirectoryRecord> parts = new ArrayList<>();
    private RockRidge rock = RockRidge.NONE;

    FileAssembly(EntryMaker maker, FolderBuilder folder) {
        this.maker = maker;
        this.folder = folder;
    }

    void take(DirectoryRecord record, RockRidge ofRecord) throws DiscException {
        if (parts.isEmpty()) {
            rock = ofRecord;
        }
        parts.add(record);
        if (!record.hasMoreExtents()) {
            finish();
        } else if (parts.size() > MOST_EXTENTS) {
            throw new DiscException("it has a file of more than " + MOST_EXTENTS + " extents");
        }
    }

    /** No more records come: a file that announced one ends without it. */
    void finish() throws DiscException {
        if (!parts.isEmpty()) {
            maker.add(folder, List.copyOf(parts), rock);
            parts.clear();
        }
    }
}
