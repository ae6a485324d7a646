package dev.spindle.ui;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.Extent;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.drive.DriveInfo;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.rescue.Outlook;
import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.run.Activity;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.writeback.PolicyStatus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Drives, folders and rips as they are in real life. */
public final class Examples {
    public static final long DISC_BYTES = 4_380_123_136L;
    public static final String IDENTITY =
            "9f2c41d07ab3e8865f10c2d94b7761ae3d95081cc4f2a6b7e0d31958fa64c27b";
    public static final String FILE = "/home/user/Spindle/HOLIDAY_2019.iso";
    private static final FileFacts PLACE =
            new FileFacts(FileFacts.Kind.FOLDER, 0, "8:1", 2, 1, 0, 0);
    private static final String SHA256 =
            "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
    private static final long MIB = 1 << 20;

    private Examples() {}

    public static DriveReport demo() {
        var info = new DriveInfo("demo:", "", "Demo disc", "", "", true);
        return new DriveReport("demo:", info, "ready", Optional.of(disc("SPINDLE_DEMO", 48 * MIB)));
    }

    public static DriveReport drive() {
        return new DriveReport(
                "/dev/sr0",
                new DriveInfo("/dev/sr0", "HL-DT-ST", "BD-RE BH16NS40", "1.05", "", false),
                "ready",
                Optional.of(disc("HOLIDAY_2019", DISC_BYTES)));
    }

    /** The same, which tells how fast it is. */
    public static DriveReport driveOf(long topBytesPerSecond) {
        var drive = drive();
        return new DriveReport(
                drive.address(),
                drive.info(),
                drive.state(),
                drive.disc(),
                OptionalLong.of(topBytesPerSecond));
    }

    public static DriveReport emptyDrive() {
        return new DriveReport(
                "/dev/sr1",
                new DriveInfo("/dev/sr1", "PIONEER", "BD-RW BDR-209M", "1.52", "", false),
                "no disc",
                Optional.empty());
    }

    public static DriveReport image(String path, DiscFacts disc) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new DriveReport(
                path, new DriveInfo(path, "", name, "", "", true), "ready", Optional.of(disc));
    }

    public static DiscFacts disc(String label, long bytes) {
        var sizes =
                new DiscSizes(bytes, OptionalLong.of(bytes - 300 * 1024), OptionalLong.of(bytes));
        return new DiscFacts(
                DiscFacts.Kind.ISO_AND_UDF,
                Optional.of(label),
                IDENTITY,
                bytes,
                bytes / 2048,
                sizes,
                Optional.empty(),
                new DiscDetails(
                        Optional.of(Instant.parse("2019-08-17T12:00:00Z")),
                        Optional.empty(),
                        List.of("UDF 1.02", "ISO 9660", "Joliet level 3"),
                        Optional.empty(),
                        List.of(new DiscNote(DiscNote.Topic.AGREES, 0)),
                        Optional.empty()));
    }

    /** Photographs in folders, with a name that is longer than its line. */
    public static DiscTree files() {
        try {
            var builder = new TreeBuilder();
            var photos = builder.root().folder("Photographs", Optional.empty());
            for (int i = 1; i <= 40; i++) {
                photos.add(file("IMG_20190817_%04d.jpg".formatted(i), 3_400_000L + i * 70_000L));
            }
            builder.root()
                    .add(file("A very long name of a film ".repeat(8) + ".mkv", 4_200_000_000L));
            builder.root().add(file("readme.txt", 1234));
            builder.root()
                    .add(
                            new DiscLink(
                                    "latest",
                                    Optional.empty(),
                                    "Photographs/IMG_20190817_0040.jpg"));
            return builder.build();
        } catch (DiscException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static DiscFile file(String name, long bytes) {
        return new DiscFile(name, Optional.empty(), bytes, List.of(Extent.atSector(300, bytes)));
    }

    public static DiscFacts truncatedAndProtectedDisc() {
        return new DiscFacts(
                DiscFacts.Kind.ISO_9660,
                Optional.of("A_VERY_LONG_VOLUME_LABEL_INDEED_"),
                IDENTITY,
                700 * MIB,
                700 * 512,
                new DiscSizes(700 * MIB, OptionalLong.of(850 * MIB), OptionalLong.empty()),
                Optional.of("CSS"));
    }

    public static DestinationReport localFolder() {
        return folder("/home/user/Spindle", 0xEF53, 182_000_000_000L, true);
    }

    public static DestinationReport folder(String path, long type, long free, boolean writable) {
        var kind = FileSystemKind.ofType(type);
        return new DestinationReport(path, true, PLACE, kind, free, kind.maxFileBytes(), writable);
    }

    public static RipSnapshot preparing() {
        return snapshot(Phase.PREPARING, 0, Health.HEALTHY, Optional.empty());
    }

    /** In the middle of a rip, with stalls of all sides behind it, on a destination that hangs. */
    public static RipSnapshot degraded() {
        return snapshot(Phase.SWEEPING, 0.62, Health.DEGRADED, Optional.empty());
    }

    public static RipSnapshot healthy(double share) {
        return snapshot(Phase.SWEEPING, share, Health.HEALTHY, Optional.empty());
    }

    public static RipSnapshot paused() {
        var now = healthy(0.4);
        return copy(now, Optional.empty(), Optional.empty(), true);
    }

    /** All but a few sectors is read, and those are tried again. */
    public static RipSnapshot retrying(Outlook outlook) {
        var now = snapshot(Phase.RETRYING, 0.9999, Health.HEALTHY, Optional.empty());
        return copy(now, now.secondsLeft(), Optional.of(outlook), false);
    }

    private static RipSnapshot copy(
            RipSnapshot now,
            Optional<Double> secondsLeft,
            Optional<Outlook> outlook,
            boolean isPaused) {
        return new RipSnapshot(
                now.phase(),
                now.title(),
                now.file(),
                now.totalBytes(),
                now.finishedBytes(),
                now.badBytes(),
                outlook,
                now.sample(),
                now.readRate(),
                now.confirmedRate(),
                secondsLeft,
                now.destination(),
                now.healthReason(),
                now.healthSinceSeconds(),
                now.writeback(),
                now.stuckCalls(),
                now.chart(),
                now.waits(),
                now.stalls(),
                now.notice(),
                now.closeUps(),
                now.map(),
                isPaused,
                now.verdict());
    }

    public static RipSnapshot saving() {
        return snapshot(Phase.SAVING, 0.62, Health.HEALTHY, Optional.empty());
    }

    public static RipSnapshot ended(RipOutcome outcome) {
        return switch (outcome) {
            case COMPLETE ->
                    end(1, outcome, "The image is complete. 71 % of the waiting was the disk.", 0);
            case FINISHED_WITH_HOLES ->
                    end(
                            1,
                            outcome,
                            "48 sectors could not be read. The drive cost most of the time: 4:12"
                                    + " min of 9:05 min went into re-reading bad spots.",
                            48);
            case STOPPED ->
                    end(
                            0.41,
                            outcome,
                            "Stopped at 41 %. What was read is saved; the next rip of this disc"
                                    + " goes on from there.",
                            0);
            default -> end(0.3, outcome, "The destination failed: no space left (pwrite).", 0);
        };
    }

    private static RipSnapshot end(double share, RipOutcome outcome, String text, long bad) {
        boolean whole = share == 1;
        var verdict =
                new RipVerdict(
                        outcome,
                        whole,
                        text,
                        whole ? FILE : FILE + ".part",
                        whole ? Map.of("sha256", SHA256) : Map.of(),
                        231.4,
                        219.8,
                        whole ? 231.2 : 0,
                        7.9,
                        0.84,
                        31.6,
                        96 * MIB,
                        12.2,
                        "classic",
                        "range",
                        bad,
                        Map.of(Side.DRIVE, 6.1, Side.STORAGE, 21.7, Side.USER, 0.0, Side.SELF, 0.4),
                        RescueRecord.NOTHING);
        return snapshot(Phase.ENDED, share, Health.HEALTHY, Optional.of(verdict));
    }

    /** Whether the disc of the example is one with bad spots. */
    private static boolean isHurt(Phase phase, Health health, Optional<RipVerdict> verdict) {
        return phase == Phase.RETRYING
                || health == Health.DEGRADED
                || verdict.filter(end -> end.badSectors() > 0).isPresent();
    }

    private static RipSnapshot snapshot(
            Phase phase, double share, Health health, Optional<RipVerdict> verdict) {
        boolean started = share > 0;
        long read = (long) (DISC_BYTES * share);
        double seconds = 231.4 * share;
        var stalls = started ? ExampleCharts.stalls(seconds) : List.<Stall>of();
        long durable = verdict.isPresent() ? read : Math.max(0, read - 310_000_000);
        var sample =
                new Sample(
                        seconds,
                        read,
                        read,
                        Math.max(0, read - 40_000_000),
                        durable,
                        verdict.isPresent() || !started ? 0 : 64 * MIB,
                        started ? 64 * MIB : 0,
                        0.35,
                        started ? 6.4 : 0,
                        Activity.READING,
                        Activity.WAITING_FOR_FLUSHER,
                        Activity.CONFIRMING,
                        health);
        return new RipSnapshot(
                phase,
                "HOLIDAY_2019",
                started ? Optional.of(FILE) : Optional.empty(),
                started ? DISC_BYTES : 0,
                read,
                phase == Phase.RETRYING || health == Health.DEGRADED ? 98_304 : 0,
                Optional.empty(),
                sample,
                started ? 21_400_000 : 0,
                started ? 18_900_000 : 0,
                started ? Optional.of(78.0) : Optional.empty(),
                started ? Optional.of(FileSystemKind.ofType(0xEF53)) : Optional.empty(),
                health == Health.DEGRADED
                        ? "no byte has moved for 30 s; a call is stuck (writer, writing for 30.1 s)"
                        : "",
                health == Health.HEALTHY ? 0 : seconds - 34,
                started
                        ? Optional.of(
                                new PolicyStatus(
                                        "steady",
                                        "direct",
                                        4 << 20,
                                        64 << 20,
                                        false,
                                        "ext4 offers O_DIRECT for this file in steps of 512"
                                                + " bytes"))
                        : Optional.empty(),
                health == Health.DEGRADED ? 1 : 0,
                started ? ExampleCharts.points(seconds, stalls) : List.of(),
                started ? ExampleCharts.waits(seconds, stalls) : List.of(),
                stalls,
                phase == Phase.SAVING ? "Saving the last 41 MiB" : "",
                ExampleCharts.closeUps(started ? seconds : 0, stalls),
                ExampleMaps.map(DISC_BYTES, started ? share : 0, isHurt(phase, health, verdict)),
                false,
                verdict);
    }
}
