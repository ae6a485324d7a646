package dev.spindle.ui.plan;

import dev.spindle.library.RipEntry;
import dev.spindle.ui.library.LibraryRow;

import java.util.List;
import java.util.OptionalDouble;

/** What earlier rips tell of the one that is planned. Pure. */
final class Earlier {
    /** A CD says nothing of a Blu-ray disc: only discs up to so many times as large are like it. */
    private static final double ALIKE = 2.5;

    private Earlier() {}

    /**
     * How fast the latest whole rip of a like disc from this drive into this folder was, in bytes a
     * second, from its first byte to the last one on disk.
     */
    static OptionalDouble rate(List<LibraryRow> rows, String driveName, String folder, long bytes) {
        return rows.stream()
                .filter(row -> row.state() == LibraryRow.State.COMPLETE)
                .map(LibraryRow::entry)
                .filter(entry -> entry.driveName().equals(driveName))
                .filter(entry -> entry.folder().equals(folder))
                .filter(entry -> entry.totalSeconds() > 0 && isAlike(entry.bytes(), bytes))
                .mapToDouble(Earlier::rate)
                .findFirst();
    }

    private static double rate(RipEntry entry) {
        return entry.bytes() / entry.totalSeconds();
    }

    private static boolean isAlike(long one, long other) {
        return one > 0 && one <= other * ALIKE && other <= one * ALIKE;
    }
}
