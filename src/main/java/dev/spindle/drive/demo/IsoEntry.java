package dev.spindle.drive.demo;

import java.util.Comparator;
import java.util.List;

/** What a volume holds: files, and folders of files. */
sealed interface IsoEntry {
    /** The identifier: d-characters, and a version where it is a file (ECMA-119, 7.5 and 7.6). */
    String identifier();

    record File(String identifier, long lengthBytes, IsoContent content) implements IsoEntry {}

    record Folder(String identifier, List<File> files) implements IsoEntry {
        public Folder {
            files = sorted(files);
        }
    }

    /** Records of a directory are in the order of their identifiers (ECMA-119, 9.3). */
    static <T extends IsoEntry> List<T> sorted(List<T> entries) {
        return entries.stream().sorted(Comparator.comparing(IsoEntry::identifier)).toList();
    }
}
