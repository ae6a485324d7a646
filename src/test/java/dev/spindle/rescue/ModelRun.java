package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand.Pass;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One plan on one random disc, held to what is promised of every command, and at the end.
 *
 * <p>What is promised of retries: a sector that stays bad was tried again as often as is allowed,
 * but for the inside of a long run of bad ones: that was tried again once, or half as often where
 * that is more. (Inside is what lies 16 sectors or more from both ends of a run of 64 or more, at
 * any time while retries were chosen.)
 */
final class ModelRun {
    private static final int SECTOR = 2048;
    private static final int DEAD = Integer.MAX_VALUE;
    private static final int DEAD_SECTORS = 64;
    private static final int EDGE_SECTORS = 16;
    private static final List<SectorStatus> STATUSES = List.of(SectorStatus.values());

    private final Random random;
    private final Set<Pass> passes;
    private final int retries;
    private final int perRead;
    private final RescueMap map;
    private final ReadPlan plan;
    private final int sectors;

    /** How often a sector fails before it reads well. */
    private final int[] failures;

    /** How often a sector was met by a command that failed there. */
    private final int[] met;

    private final int[] singles;
    private final int[] again;
    private final BitSet badAtFirst = new BitSet();
    private final BitSet wasInside = new BitSet();
    private final int unfinishedAtFirst;
    private int lossesLeft;
    private long lostSectors;
    private long commands;

    ModelRun(Random random, Set<Pass> passes, boolean isGoneOnWith, int losses) {
        this.random = random;
        this.passes = passes;
        this.lossesLeft = losses;
        this.retries = random.nextInt(6);
        this.perRead = 1 + random.nextInt(32);
        map = new RescueMap(1 + random.nextLong((random.nextBoolean() ? 60L : 900L) * SECTOR));
        sectors = (int) Math.ceilDiv(map.sizeBytes(), SECTOR);
        failures = new int[sectors];
        met = new int[sectors];
        singles = new int[sectors];
        again = new int[sectors];
        damage();
        if (isGoneOnWith) {
            begin();
        }
        int unfinished = 0;
        for (int lba = 0; lba < sectors; lba++) {
            badAtFirst.set(lba, touches(SectorStatus.BAD, lba) && !isUnread(lba));
            unfinished += isFinished(lba) ? 0 : 1;
        }
        unfinishedAtFirst = unfinished;
        plan = new ReadPlan(SECTOR, perRead, new Effort(retries, passes, Optional.empty()));
    }

    /** Scattered, in scratches and dead stretches, or at equal distances. */
    private void damage() {
        for (int i = random.nextInt(5); i > 0; i--) {
            int length = random.nextInt(3) == 0 ? 1 + random.nextInt(200) : 1 + random.nextInt(6);
            int first = random.nextInt(sectors);
            int fails = random.nextInt(3) == 0 ? DEAD : 1 + random.nextInt(retries + 3);
            boolean isUneven = random.nextBoolean();
            for (int lba = first; lba < Math.min(first + length, sectors); lba++) {
                boolean differs = isUneven && random.nextInt(8) == 0;
                failures[lba] = differs ? random.nextInt(4) : fails;
            }
        }
        if (random.nextInt(4) == 0) {
            int distance = 50 + random.nextInt(60);
            for (int lba = random.nextInt(distance); lba < sectors; lba += distance) {
                failures[lba] = DEAD;
            }
        }
    }

    /** A map of another program, whose blocks end anywhere. */
    private void begin() {
        for (int i = random.nextInt(12); i > 0; i--) {
            long start = random.nextLong(map.sizeBytes());
            long length = 1 + random.nextLong(map.sizeBytes() / 2 + 1);
            if (random.nextBoolean()) {
                start = start / SECTOR * SECTOR;
                length = Math.ceilDiv(length, SECTOR) * SECTOR;
            }
            map.set(ByteRange.at(start, length), STATUSES.get(random.nextInt(STATUSES.size())));
        }
    }

    void play() {
        while (true) {
            var next = plan.next(map);
            if (random.nextInt(16) == 0) {
                assertThat(plan.next(map)).as("asking twice").isEqualTo(next);
            }
            if (next.isEmpty() || next.get().pass() == Pass.RETRY) {
                noteInsides();
            }
            if (next.isEmpty()) {
                break;
            }
            check(next.get());
            carryOut(next.get());
            lose();
        }
        checkEnd();
    }

    /** How many sectors stayed unread. */
    int holes() {
        int holes = 0;
        for (int lba = 0; lba < sectors; lba++) {
            holes += isFinished(lba) ? 0 : 1;
        }
        return holes;
    }

    private void check(ReadCommand command) {
        assertThat(passes).as("%s", command).contains(command.pass());
        assertThat(command.lba()).as("%s", command).isNotNegative();
        assertThat(command.sectors()).as("%s", command).isBetween(1, perRead);
        assertThat(command.endLba()).as("%s", command).isLessThanOrEqualTo(sectors);
        for (int lba = (int) command.lba(); lba < command.endLba(); lba++) {
            assertThat(mayTouch(command.pass(), lba)).as("%s at %d", command, lba).isTrue();
        }
        if (command.pass() == Pass.TRIM || command.pass() == Pass.SCRAPE) {
            assertThat(command.sectors()).as("%s", command).isEqualTo(1);
        }
        if (command.pass() == Pass.RETRY) {
            assertThat(command.sectors()).as("%s", command).isEqualTo(1);
            assertThat(++again[(int) command.lba()]).as("%s", command).isLessThanOrEqualTo(retries);
        } else if (command.sectors() == 1) {
            singles[(int) command.lba()]++;
        }
        assertThat(++commands).as("commands").isLessThanOrEqualTo(mostCommands());
    }

    /** Never what is finished; each pass its own. */
    private boolean mayTouch(Pass pass, int lba) {
        return switch (pass) {
            case SWEEP, BACK -> touches(SectorStatus.NON_TRIED, lba);
            case TRIM, SCRAPE -> isUnread(lba);
            case RETRY -> touches(SectorStatus.BAD, lba) && !isUnread(lba);
        };
    }

    /**
     * A read that is no retry takes at least one sector out of what is unread, unless it is a large
     * one that fails; that one takes at least two out of what was not tried. Back into these comes
     * only what is lost.
     */
    private long mostCommands() {
        long unread = unfinishedAtFirst + lostSectors;
        return unread + unread / 2 + (long) retries * sectors;
    }

    private void carryOut(ReadCommand command) {
        boolean isGood = true;
        for (int lba = (int) command.lba(); isGood && lba < command.endLba(); lba++) {
            isGood = met[lba] >= failures[lba];
            met[lba] += isGood ? 0 : 1;
        }
        var range = ByteRange.at(command.lba() * SECTOR, (long) command.sectors() * SECTOR);
        if (isGood) {
            map.set(range, SectorStatus.FINISHED);
        } else {
            map.setUnfinished(range, command.statusOfFailure());
        }
        long nanos = random.nextInt(30) == 0 ? 50_000_000 : 1_000_000;
        plan.note(command, isGood, isGood ? nanos : 100_000_000, map);
    }

    /** The storage has lost something. */
    private void lose() {
        if (lossesLeft > 0 && random.nextInt(12) == 0) {
            lossesLeft--;
            long start = random.nextLong(map.sizeBytes());
            var lost =
                    map.with(SectorStatus.FINISHED)
                            .intersection(ByteRange.at(start, 1 + random.nextLong(100_000)));
            var touched = new BitSet();
            for (ByteRange range : lost.ranges()) {
                touched.set(
                        (int) (range.startBytes() / SECTOR),
                        (int) Math.ceilDiv(range.endBytes(), SECTOR));
            }
            lostSectors += touched.cardinality();
            map.takeBack(lost);
        }
    }

    private void noteInsides() {
        for (int first = 0; first < sectors; first++) {
            int end = first;
            while (end < sectors && touches(SectorStatus.BAD, end) && !isUnread(end)) {
                end++;
            }
            if (end - first >= DEAD_SECTORS) {
                wasInside.set(first + EDGE_SECTORS, end - EDGE_SECTORS);
            }
            first = end;
        }
    }

    private void checkEnd() {
        for (int lba = 0; lba < sectors; lba++) {
            if (isFinished(lba)) {
                continue;
            }
            if (passes.equals(EnumSet.allOf(Pass.class))) {
                assertThat(isUnread(lba)).as("sector %d is forgotten", lba).isFalse();
                if (!badAtFirst.get(lba)) {
                    assertThat(singles[lba]).as("sector %d alone", lba).isPositive();
                }
            }
            if (passes.contains(Pass.RETRY) && !isUnread(lba)) {
                int promised =
                        wasInside.get(lba) ? Math.min(retries, Math.max(1, retries / 2)) : retries;
                assertThat(again[lba]).as("sector %d again", lba).isBetween(promised, retries);
                int triedAtLeast = promised + (badAtFirst.get(lba) ? 0 : 1);
                assertThat(failures[lba])
                        .as("sector %d reads well at a try that it had", lba)
                        .isGreaterThanOrEqualTo(Math.min(DEAD, triedAtLeast));
            }
        }
    }

    private boolean isFinished(int lba) {
        return !isUnread(lba) && !touches(SectorStatus.BAD, lba);
    }

    private boolean isUnread(int lba) {
        return touches(SectorStatus.NON_TRIED, lba)
                || touches(SectorStatus.NON_TRIMMED, lba)
                || touches(SectorStatus.NON_SCRAPED, lba);
    }

    private boolean touches(SectorStatus status, int lba) {
        return map.touches(status, ByteRange.at((long) lba * SECTOR, SECTOR));
    }
}
