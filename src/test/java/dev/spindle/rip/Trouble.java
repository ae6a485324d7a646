package dev.spindle.rip;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.Rule;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/** A request and the troubles that it meets, all picked by a seed. */
final class Trouble {
    private static final int MIB = TestImage.MIB;
    private static final int FIRST_LBA = 18;
    private static final CallKind[] KINDS = CallKind.values();
    private static final Errno[] ERRORS = {
        Errno.EIO, Errno.EIO, Errno.ENOSPC, Errno.EDQUOT, Errno.EACCES, Errno.ETIMEDOUT
    };

    /** The name of a second rip to the same device. */
    static final String COMPANION = "COMPANION";

    /** One image in so many fills the ring. */
    private static final int LARGE_ODDS = 12;

    /** One disc in so many is read in raw sectors. */
    private static final int RAW_ODDS = 6;

    private final SplittableRandom random;
    private final Bench bench;
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean driveHangsForEver;
    private int suspensions;
    private boolean healed;

    Trouble(Bench bench, SplittableRandom random) {
        this.bench = bench;
        this.random = random;
    }

    boolean driveHangsForEver() {
        return driveHangsForEver;
    }

    @Override
    public String toString() {
        return String.join("; ", told);
    }

    /** Puts the request together. */
    void request() {
        int bytes = imageBytes();
        bench.image = TestImage.iso(random.nextLong(), bytes, "SIMULATED");
        if (random.nextInt(RAW_ODDS) == 0) {
            bench.rawDisc(bench.image);
            told.add("raw sectors");
        }
        bench.policy =
                switch (random.nextInt(6)) {
                    case 0 -> PolicyChoice.plain();
                    case 1 -> classic(PolicyChoice.Controller.FIXED);
                    case 2 -> classic(PolicyChoice.Controller.P95);
                    default -> steady();
                };
        bench.ringBytes = OptionalLong.of((long) random.nextInt(4, 9) * MIB);
        Set<HashAlgorithm> hashes = EnumSet.noneOf(HashAlgorithm.class);
        // One or two: four of them together were an eighth of a simulation's time, and find no
        // more.
        var known = List.of(HashAlgorithm.values());
        for (int count = random.nextInt(3); count > 0; count--) {
            hashes.add(known.get(random.nextInt(known.size())));
        }
        bench.hashes = hashes;
        bench.retries = random.nextInt(4);
        // Not drawn: the seeds that found something once would else be others.
        bench.fill = bytes / 7 % 2 == 0 ? Fill.PATTERN : Fill.ZEROS;
        told.add(bytes + " bytes, " + bench.policy + ", hashes " + hashes + ", " + bench.fill);
    }

    /** Mostly small, for there are many; some are larger than ring and budget together hold. */
    private int imageBytes() {
        return random.nextInt(LARGE_ODDS) == 0
                ? random.nextInt(2 * MIB, 10 * MIB)
                : random.nextInt(20 * TestImage.SECTOR, MIB);
    }

    /** Small chunks and budgets, so that a small image has many of them. */
    private PolicyChoice steady() {
        var mechanisms = Mechanism.values();
        int mechanism = random.nextInt(mechanisms.length + 1);
        bench.storage.volume().tellsDirectAlign(random.nextBoolean());
        bench.storage.volume().takesDirect(random.nextInt(4) > 0);
        bench.storage.volume().directIsBuffered(random.nextInt(4) == 0);
        bench.storage.volume().writesUncached(random.nextBoolean());
        return new PolicyChoice(
                random.nextBoolean() ? PolicyChoice.Policy.STEADY : PolicyChoice.Policy.AUTO,
                random.nextBoolean() ? PolicyChoice.Controller.FIXED : PolicyChoice.Controller.AUTO,
                OptionalLong.of(random.nextInt(1, 400) * 4096L),
                mechanism == mechanisms.length
                        ? Optional.empty()
                        : Optional.of(mechanisms[mechanism]),
                OptionalLong.of(4L * MIB));
    }

    private PolicyChoice classic(PolicyChoice.Controller controller) {
        long chunkBytes = random.nextInt(1, 400) * 4096L;
        return new PolicyChoice(PolicyChoice.Policy.CLASSIC, controller, chunkBytes);
    }

    /** Writes the drive's script. */
    void drive() {
        var script = new StringBuilder("speed " + (random.nextInt(3) == 0 ? "60K" : "4M"));
        int sectors = bench.image.length / bench.sectorBytes;
        for (int i = random.nextInt(4); i > 0; i--) {
            // A disc whose volume descriptors can't be read is another disc next time.
            int lba = random.nextInt(FIRST_LBA, sectors);
            script.append('\n').append(fault(lba, 1 + random.nextInt(20)));
        }
        bench.script = script.toString();
        told.add(bench.script.replace("\n", " | "));
    }

    private String fault(int lba, int count) {
        int times = 1 + random.nextInt(5);
        return switch (random.nextInt(10)) {
            case 0 -> "bad " + lba + " " + count;
            case 1, 2 -> "bad " + lba + " " + count + " times " + times;
            case 3 -> "short " + lba + " " + count;
            case 4 -> "slow " + lba + " " + count + " 20K";
            case 5 -> "delay " + lba + " " + count + " 900ms";
            case 6 -> "hang " + lba + " for " + times + "s";
            case 7 -> "unplug at " + times + "s for 1s";
            case 8 -> "bad " + lba + " 1 times " + times + " sense 2/04/01";
            default -> {
                driveHangsForEver = true;
                yield "hang " + lba;
            }
        };
    }

    /** Writes the storage's script. */
    void storage() {
        if (random.nextBoolean()) {
            bench.storage.device().rate(rate());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            rule();
        }
        if (random.nextInt(3) == 0) {
            int times = random.nextInt(1, 4);
            bench.storage.device().failWrites(times, Errno.EIO);
            told.add(times + " failing writes of the device");
        }
        if (random.nextInt(4) == 0) {
            freeze();
        }
        if (random.nextInt(6) == 0) {
            fillUp();
        }
        suspensions = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
    }

    /** Somebody else takes the room, at once or meanwhile; sometimes he gives it back. */
    private void fillUp() {
        long room = random.nextLong(bench.image.length + 2L * MIB);
        var from = Duration.ofMillis(random.nextInt(4) == 0 ? 0 : random.nextInt(5000));
        boolean passes = random.nextBoolean();
        told.add("room for " + room + " bytes from " + from + (passes ? " for 10 s" : ""));
        var _ =
                bench.later(
                        from,
                        () -> {
                            bench.storage.volume().capacity(healed ? Long.MAX_VALUE : room);
                            if (passes) {
                                bench.sleep(Duration.ofSeconds(10));
                                bench.storage.volume().capacity(Long.MAX_VALUE);
                            }
                        });
    }

    /** Now and then the machine is suspended, for up to two minutes. */
    void strikes() {
        if (suspensions > 0 && random.nextInt(10) == 0) {
            suspensions--;
            var howLong = Duration.ofMillis(random.nextInt(1, 120_000));
            told.add("suspended for " + howLong);
            bench.baton.suspend(howLong);
        }
    }

    /** Starts a second rip, to another name on the same device. */
    Rip companion() {
        told.add("with a companion");
        bench.name = Optional.of(COMPANION);
        try {
            return bench.start();
        } finally {
            bench.name = Optional.empty();
        }
    }

    /** Sometimes hardly faster than a slow disc: then there is much to do at each barrier. */
    private long rate() {
        return random.nextBoolean()
                ? random.nextInt(60_000, 200_000)
                : random.nextInt(200_000, 4_000_000);
    }

    private void rule() {
        CallKind kind = KINDS[random.nextInt(KINDS.length)];
        var match = bench.storage.on(kind);
        int from = random.nextInt(1, 12);
        match = random.nextBoolean() ? match.nth(from) : match.from(from);
        int what = random.nextInt(5);
        Errno errno = ERRORS[random.nextInt(ERRORS.length)];
        int millis = random.nextInt(1, 3000);
        told.add(
                kind
                        + " from "
                        + from
                        + ": "
                        + List.of("cost " + millis, "hang " + millis, "hangs", errno, "short")
                                .get(what));
        rules.add(
                switch (what) {
                    case 0 -> match.cost(Duration.ofMillis(millis / 10));
                    case 1 -> match.hang(Duration.ofMillis(millis * 20L));
                    case 2 -> match.hangForEver();
                    case 3 -> match.fail(errno);
                    default -> match.take(random.nextInt(1, 100_000));
                });
    }

    private void freeze() {
        var from = Duration.ofMillis(random.nextInt(5000));
        var howLong = Duration.ofMillis(random.nextInt(80_000));
        told.add("frozen at " + from + " for " + howLong);
        var _ =
                bench.later(
                        from,
                        () -> {
                            bench.storage.device().freeze();
                            bench.sleep(howLong);
                            bench.storage.device().thaw();
                        });
    }

    void tell(String what) {
        told.add(what);
    }

    /** Ends all of it; calls that hang go on. */
    void heal() {
        rules.forEach(Rule::remove);
        bench.storage.device().heal();
        bench.storage.device().thaw();
        bench.storage.device().rate(Long.MAX_VALUE);
        bench.storage.volume().capacity(Long.MAX_VALUE);
        suspensions = 0;
        healed = true;
        bench.script = "speed 100M";
    }
}
