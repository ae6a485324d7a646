package dev.spindle.ui;

import dev.spindle.drive.DriveInfo;
import dev.spindle.library.RipEntry;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.WritebackRecord;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.VerdictText;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rips of the library, for tests and pictures. */
public final class LibraryRecords {
    private static final double SECONDS = 231.4;
    private static final double MOVE_SECONDS = 118;

    private LibraryRecords() {}

    public static RipEntry entry(String name, RipRecord record) {
        return RipEntry.of(record.folder() + "/" + name + ".rip.json", record);
    }

    /** One that ended, with its charts. */
    public static RipRecord ended(String label, RipState state, RipOutcome outcome, String day) {
        var verdict = Examples.ended(outcome).verdict().orElseThrow();
        return ended(
                label, state, verdict, day, "/home/user/Spindle", ExampleCharts.stalls(SECONDS));
    }

    /** One that was ripped to a local folder and moved on: its lines end before its stalls do. */
    public static RipRecord moved(String label, String day) {
        var ripped = Examples.ended(RipOutcome.COMPLETE).verdict().orElseThrow();
        var whileRipped = Map.of(Side.DRIVE, 6.1, Side.STORAGE, 0.4);
        var whileMoved = Map.of(Side.STORAGE, 14.8);
        var longest = new Stall("writer", SECONDS + 61, 14.2, Side.STORAGE, "server commit");
        String sentence =
                "Complete: HOLIDAY_2019.iso, 4.38 GB in 1:58 min, is safely on the disk (nfs)."
                        + VerdictText.aboutWaiting(whileMoved, longest, 0.61, "the network share")
                        + " It was ripped to /home/user/staging in 3:51 min and moved from there."
                        + VerdictText.aboutRipping(whileRipped);
        var verdict =
                ripped.with(ripped.outcome(), true, sentence, ripped.file(), MOVE_SECONDS)
                        .withStalled(whileMoved);
        var stalls = new ArrayList<>(ExampleCharts.stalls(SECONDS));
        stalls.add(new Stall("writer", SECONDS + 12, 0.6, Side.STORAGE, "network"));
        stalls.add(longest);
        return ended(label, RipState.COMPLETE, verdict, day, "/mnt/nas/discs", stalls);
    }

    private static RipRecord ended(
            String label,
            RipState state,
            RipVerdict verdict,
            String day,
            String folder,
            List<Stall> stalls) {
        return new RipRecord(
                RipRecord.VERSION,
                state,
                4711,
                Instant.parse(day + "T14:05:00Z"),
                new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                label,
                "id-" + label,
                4_380_123_136L,
                folder,
                folder.startsWith("/mnt") ? "nfs" : "ext4",
                new WritebackRecord("steady", "drain", 0, "direct"),
                List.of("sha256"),
                ExampleCharts.points(SECONDS, stalls),
                stalls,
                Optional.of(ExampleCharts.waits(SECONDS, stalls)),
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
