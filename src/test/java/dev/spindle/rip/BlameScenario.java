package dev.spindle.rip;

import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.image.ScriptedDrive;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.script.ScriptParser;
import dev.spindle.os.script.CallKind;
import dev.spindle.timeline.Side;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A rip with known culprits, all picked by a seed. */
final class BlameScenario {
    private static final int MIB = TestImage.MIB;
    private static final byte[] IMAGE = TestImage.iso(9, 20 * MIB, "SIMULATED");
    private static final int SECTORS = IMAGE.length / TestImage.SECTOR;

    /** A DVD of two layers. */
    private static final int DVD_PROFILE = 0x10;

    private static final Duration CLASSIC_LIMIT = Duration.ofSeconds(30);

    /** So long ring and budget take what the drive gives, when nothing leaves them. */
    private static final double FILLING_SECONDS = 2.5;

    /** Behind what is read before the rip begins. */
    private static final int FIRST_LBA = 700;

    private final Bench bench;
    private final SplittableRandom random;
    private final List<Consumer<Rip>> later = new ArrayList<>();
    private final List<RestartingDrive> drives = new ArrayList<>();
    private BlameTruth truth = BlameTruth.nobody();
    private Side main = Side.SELF;
    private double leastSeconds;

    /** Who is to blame in it. */
    enum Family {
        DRIVE("the drive or the disc"),
        STORAGE("the destination"),
        IN_TURN("several in turn"),
        USER("the user's pause"),
        SELF("our own processor time"),
        NOT_RUNNING("a program that was stopped"),
        NOBODY("nobody: spin-up, layer break, the curve of a disc");

        private final String title;

        Family(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private BlameScenario(Bench bench, SplittableRandom random) {
        this.bench = bench;
        this.random = random;
    }

    static BlameScenario of(Bench bench, Family family, long seed) {
        var scenario = new BlameScenario(bench, new SplittableRandom(seed));
        scenario.request();
        switch (family) {
            case DRIVE -> scenario.badDrive();
            case STORAGE -> scenario.badStorage();
            case IN_TURN -> scenario.inTurn();
            case USER -> scenario.pauses();
            case SELF -> scenario.hiccups();
            case NOT_RUNNING -> scenario.suspensions();
            case NOBODY -> scenario.healthy();
        }
        return scenario;
    }

    BlameTruth truth() {
        return truth;
    }

    /** The side that cost the most. */
    Side main() {
        return main;
    }

    /** How much of it must have been told, at the least. */
    double leastSeconds() {
        return leastSeconds;
    }

    private void atLeast(Duration howLong, double share, double lessSeconds) {
        leastSeconds += Math.max(0, share * howLong.toMillis() / 1000 - lessSeconds);
    }

    Rip start() {
        var rip = bench.start();
        later.forEach(step -> step.accept(rip));
        return rip;
    }

    private void request() {
        bench.image = IMAGE;
        bench.script = "speed 2M";
        bench.ringBytes = OptionalLong.of(2L * MIB);
        bench.hashes = Set.of();
        bench.retries = 0;
        bench.policy = policy();
        bench.storage.device().rate((long) random.nextInt(8, 60) * MIB);
        var seek = millis(100, 500);
        var spinUp = millis(1500, 5000);
        bench.opener =
                Optional.of(address -> {
                    var drive = new RestartingDrive(bench.baton, scripted(address), seek, spinUp);
                    drives.add(drive);
                    return drive;
                });
    }

    private ScriptedDrive scripted(String address) {
        return new ScriptedDrive(
                bench.baton,
                new DriveInfo("/discs/disc.iso", "", address, "", "", true),
                ScriptParser.parse(bench.script),
                new MemorySource(bench.image, bench.image.length, TestImage.SECTOR, bench.medium),
                Map.of());
    }

    /** Every way to write back that holds the writer where the device does not keep up. */
    private PolicyChoice policy() {
        var mechanisms = Mechanism.values();
        int which = random.nextInt(mechanisms.length + 1);
        bench.storage.volume().writesUncached(true);
        if (which == mechanisms.length) {
            return new PolicyChoice(
                    PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.FIXED, MIB);
        }
        return new PolicyChoice(
                PolicyChoice.Policy.STEADY,
                PolicyChoice.Controller.FIXED,
                OptionalLong.of(MIB / 4),
                Optional.of(mechanisms[which]),
                OptionalLong.of(2L * MIB));
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }

    private void culprit(Side side) {
        truth = BlameTruth.always(side);
        main = side;
    }

    private void badDrive() {
        culprit(Side.DRIVE);
        var script = new StringBuilder(bench.script);
        for (int i = random.nextInt(2, 7); i > 0; i--) {
            int lba = random.nextInt(FIRST_LBA, SECTORS - 64);
            int count = random.nextInt(1, 64);
            var howLong = millis(300, 8000);
            script.append('\n')
                    .append(
                            switch (random.nextInt(4)) {
                                case 0 -> "bad " + lba + " " + count + " cost 400ms";
                                case 1 -> "slow " + lba + " " + count + " 20K";
                                case 2 -> "delay " + lba + " 1 " + howLong.toMillis() + "ms";
                                default -> "hang " + lba + " for " + howLong.toMillis() + "ms";
                            });
        }
        // One bad sector, or two slow ones, is the least.
        leastSeconds = 0.15;
        bench.script = script.toString();
    }

    private void badStorage() {
        culprit(Side.STORAGE);
        switch (random.nextInt(3)) {
            case 0 -> {
                int rate = random.nextInt(200_000, 1_200_000);
                bench.storage.device().rate(rate);
                // Longer than the drive needs: all of that somebody waits.
                leastSeconds = 0.8 * (IMAGE.length / (double) rate - IMAGE.length / 2e6);
            }
            case 1 -> {
                boolean isSync = random.nextBoolean();
                var howLong = millis(3000, 20_000);
                bench.storage
                        .on(isSync ? CallKind.SYNC_DATA : CallKind.WRITE)
                        .pathEndsWith(".part")
                        .nth(isSync ? 1 : random.nextInt(2, 5))
                        .hang(howLong);
                atLeast(howLong, 0.95, FILLING_SECONDS);
            }
            default -> {
                bench.storage.device().rate(4L * MIB);
                var howLong = millis(4000, 25_000);
                freeze(millis(500, 3000), howLong);
                atLeast(howLong, 0.95, FILLING_SECONDS);
            }
        }
    }

    private void freeze(Duration at, Duration howLong) {
        later.add(_ ->
                bench.later(
                        at,
                        () -> {
                            bench.storage.device().freeze();
                            bench.sleep(howLong);
                            bench.storage.device().thaw();
                        }));
    }

    private void pause(Duration at, Duration howLong) {
        later.add(rip ->
                bench.later(
                        at,
                        () -> {
                            rip.pause();
                            bench.sleep(howLong);
                            rip.resume();
                        }));
    }

    /** The command that the drive is in ends meanwhile; then it has nothing to do. */
    private void suspend(Duration at, Duration howLong) {
        later.add(_ ->
                bench.later(
                        at,
                        () -> {
                            bench.baton.suspend(howLong);
                            drives.forEach(drive -> drive.nobodyRan(howLong));
                        }));
    }

    private void pauses() {
        culprit(Side.USER);
        var at = millis(300, 1500);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            var howLong = millis(300, 20_000);
            pause(at, howLong);
            atLeast(howLong, 0.95, 0.1);
            at = at.plus(howLong).plus(millis(1500, 2500));
        }
    }

    /** The processor is wanted elsewhere, or garbage is collected. */
    private void hiccups() {
        culprit(Side.SELF);
        var at = millis(300, 600);
        for (int i = random.nextInt(5, 20); i > 0; i--) {
            var howLong = millis(160, 450);
            suspend(at, howLong);
            atLeast(howLong, 0.5, 0);
            at = at.plus(howLong).plus(millis(100, 700));
        }
    }

    private void suspensions() {
        culprit(Side.SELF);
        var at = millis(300, 1500);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            var howLong = millis(700, 60_000);
            suspend(at, howLong);
            atLeast(howLong, 0.95, 0);
            at = at.plus(howLong).plus(millis(1500, 3000));
        }
    }

    /** One of them costs more than twice as much as the others together. */
    private void inTurn() {
        var sides = List.of(Side.DRIVE, Side.STORAGE, Side.USER, Side.SELF);
        int turns = random.nextInt(2, 4);
        int longest = random.nextInt(turns);
        // The drive reads on for long enough that each has its turn.
        bench.script = "speed 800K";
        bench.storage.device().rate(6L * MIB);
        var at = millis(500, 1000);
        int before = -1;
        for (int turn = 0; turn < turns; turn++) {
            int which = (before + 1 + random.nextInt(sides.size() - 1)) % sides.size();
            before = which;
            var side = sides.get(which);
            var howLong = turn == longest ? millis(40_000, 60_000) : millis(4000, 8000);
            if (turn == longest) {
                main = side;
                boolean isStorage = side == Side.STORAGE;
                atLeast(isStorage ? told(howLong) : howLong, 0.95, isStorage ? 6 : 0.2);
            }
            truth.from(at, side);
            turn(side, at, howLong);
            at = at.plus(howLong).plus(millis(6000, 7000));
        }
    }

    /** Classic waits for no chunk any more once one took its limit. */
    private Duration told(Duration freeze) {
        return bench.policy.policy() == PolicyChoice.Policy.CLASSIC
                        && freeze.compareTo(CLASSIC_LIMIT) > 0
                ? CLASSIC_LIMIT
                : freeze;
    }

    private void turn(Side side, Duration at, Duration howLong) {
        switch (side) {
            case DRIVE ->
                    bench.script +=
                            "\nhang at " + at.toMillis() + "ms for " + howLong.toMillis() + "ms";
            case STORAGE -> freeze(at, howLong);
            case USER -> pause(at, howLong);
            case SELF -> suspend(at, howLong);
        }
    }

    /** What every disc does. */
    private void healthy() {
        bench.storage.device().rate((long) random.nextInt(30, 60) * MIB);
        var script = new StringBuilder("speed 2M");
        // Read at a constant turn, a disc is faster towards its edge.
        int zones = 20;
        for (int zone = 0; zone < zones; zone++) {
            long rate = 800_000 + 1_200_000L * zone / zones;
            script.append("\nslow ")
                    .append(zone * SECTORS / zones)
                    .append(' ')
                    .append(SECTORS / zones)
                    .append(' ')
                    .append(rate);
        }
        script.append("\ndelay 0 1 ").append(random.nextInt(500, 8000)).append("ms");
        int layerBreak = random.nextInt(SECTORS / 3, 2 * SECTORS / 3);
        script.append("\ndelay ")
                .append(layerBreak)
                .append(" 1 ")
                .append(random.nextInt(100, 900))
                .append("ms");
        bench.script = script.toString();
        bench.medium =
                new Medium(
                        OptionalInt.of(DVD_PROFILE),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        false,
                        OptionalLong.of(layerBreak),
                        Optional.empty());
    }
}
