package dev.spindle.drive.demo;

import dev.spindle.drive.Drive;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a volume lies: 16 sectors of system area, the primary volume descriptor, the
 * terminator, both path tables, the root, the folders, the files. Every path table and every
 * directory has one sector; {@link IsoWriter} finds out if that is too small.
 *
 * @param label volume identifier, at most 32 d-characters (ECMA-119, 8.4.6)
 * @param root what the root holds, in the order of its records
 * @param folders the folders, with their sectors, in that order
 * @param files all files, with their sectors, in the order of these
 * @param sectors how many there are in all
 */
record IsoLayout(
        String label,
        List<IsoEntry> root,
        List<Placed<IsoEntry.Folder>> folders,
        List<Placed<IsoEntry.File>> files,
        long sectors) {
    /** The first sector behind the system area (ECMA-119, 6.2.1). */
    static final int PRIMARY_DESCRIPTOR_LBA = 16;

    static final int TERMINATOR_LBA = 17;
    static final int LITTLE_PATH_TABLE_LBA = 18;
    static final int BIG_PATH_TABLE_LBA = 19;
    static final int ROOT_LBA = 20;

    /** Something and its first sector. */
    record Placed<T>(T entry, long lba) {}

    IsoLayout {
        root = List.copyOf(root);
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /** Places all entries; those of the root are files and folders. */
    static IsoLayout of(String label, List<IsoEntry> entries) {
        List<IsoEntry> root = IsoEntry.sorted(entries);
        var folders = new ArrayList<Placed<IsoEntry.Folder>>();
        var files = new ArrayList<IsoEntry.File>();
        long lba = ROOT_LBA + 1;
        for (IsoEntry entry : root) {
            switch (entry) {
                case IsoEntry.File file -> files.add(file);
                case IsoEntry.Folder folder -> {
                    folders.add(new Placed<>(folder, lba++));
                    files.addAll(folder.files());
                }
            }
        }
        var placed = new ArrayList<Placed<IsoEntry.File>>();
        for (IsoEntry.File file : files) {
            placed.add(new Placed<>(file, lba));
            lba += (file.lengthBytes() + Drive.SECTOR_BYTES - 1) / Drive.SECTOR_BYTES;
        }
        return new IsoLayout(label, root, folders, placed, lba);
    }

    /** The sector of the first file: all before it is structures. */
    long firstFileLba() {
        return ROOT_LBA + 1L + folders.size();
    }

    /** The first sector of an entry of this volume. */
    long lba(IsoEntry wanted) {
        return switch (wanted) {
            case IsoEntry.File file -> lba(files, file);
            case IsoEntry.Folder folder -> lba(folders, folder);
        };
    }

    private static <T> long lba(List<Placed<T>> all, T wanted) {
        return all.stream()
                .filter(p -> p.entry().equals(wanted))
                .mapToLong(Placed::lba)
                .findFirst()
                .orElseThrow();
    }
}
