package dev.spindle.ui;

import dev.spindle.drive.DriveInfo;
import dev.spindle.library.RipEntry;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.WritebackRecord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rips of the library, for tests and pictures. */
public final class LibraryRecords {
    private LibraryRecords() {}

    public static RipEntry entry(String name, RipRecord record) {
        return RipEntry.of(record.folder() + "/" + name + ".rip.json", record);
    }

    /** One that ended, with its charts. */
    public static RipRecord ended(String label, RipState state, RipOutcome outcome, String day) {
        double seconds = 231.4;
        var stalls = ExampleCharts.stalls(seconds);
        var verdict = Examples.ended(outcome).verdict().orElseThrow();
        return new RipRecord(
                RipRecord.VERSION,
                state,
                4711,
                Instant.parse(day + "T14:05:00Z"),
                new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                label,
                "id-" + label,
                4_380_123_136L,
                "/home/user/Spindle",
                "ext4",
                new WritebackRecord("steady", "drain", 0, "direct"),
                List.of("sha256"),
                ExampleCharts.points(seconds, stalls),
                stalls,
                Optional.of(ExampleCharts.waits(seconds, stalls)),
                Optional.of(VerdictRecords.of(verdict)),
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** One whose program was killed: it has neither verdict nor charts. */
    public static RipRecord killed(String label, String day) {
        return new RipRecord(
                RipRecord.VERSION,
                RipState.RUNNING,
                // Beyond the largest number that Linux gives a process, 2^22.
                1L << 30,
                Instant.parse(day + "T09:30:00Z"),
                new DriveInfo("/media/archive/old.iso", "", "old.iso", "", "", true),
                label,
                "id-" + label,
                8_543_666_176L,
                "/mnt/nas/discs",
                "nfs",
                new WritebackRecord("steady", "drain", 0, ""),
                List.of("sha256"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
