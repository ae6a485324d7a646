package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.ReadCommand.Pass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What is read next. */
@Tag("unit")
final class ReadPlanTest {
    private static final int SECTOR = 2048;
    private static final int PER_READ = 4;

    private RescueMap map = new RescueMap(10L * SECTOR);

    private static ByteRange sectors(long first, long end) {
        return new ByteRange(first * SECTOR, end * SECTOR);
    }

    private static ReadPlan plan(int retries) {
        return new ReadPlan(SECTOR, PER_READ, Effort.retries(retries));
    }

    /** Marks as the reader does; a bad read takes a hundred times as long. */
    private void mark(ReadPlan plan, ReadCommand command, boolean isGood) {
        var range = sectors(command.lba(), command.lba() + command.sectors());
        if (isGood) {
            map.set(range, SectorStatus.FINISHED);
        } else {
            map.setUnfinished(range, command.statusOfFailure());
        }
        plan.note(command, isGood, isGood ? 1_000_000 : 100_000_000, map);
    }

    private boolean isGood(ReadCommand command, Set<Long> bad) {
        for (long lba = command.lba(); lba < command.lba() + command.sectors(); lba++) {
            if (bad.contains(lba)) {
                return false;
            }
        }
        return true;
    }

    /** All commands up to the end, as {@code S0+4}. */
    private List<String> run(ReadPlan plan, Set<Long> bad) {
        List<String> commands = new ArrayList<>();
        for (var next = plan.next(map); next.isPresent(); next = plan.next(map)) {
            var command = next.get();
            commands.add(text(command));
            mark(plan, command, isGood(command, bad));
            assertThat(commands.size()).isLessThan(10_000);
        }
        return commands;
    }

    private static String text(ReadCommand command) {
        return command.pass().name().charAt(0) + "" + command.lba() + "+" + command.sectors();
    }

    @Test
    void sweepsInOrderInLargeReads() {
        assertThat(run(plan(3), Set.of())).containsExactly("S0+4", "S4+4", "S8+2");
        assertThat(map.bytes(SectorStatus.FINISHED)).isEqualTo(map.sizeBytes());
    }

    @Test
    void whatBeginsAtAnOddPlaceComesBackToWholeReads() {
        map.set(sectors(0, 3), SectorStatus.FINISHED);
        assertThat(run(plan(0), Set.of())).containsExactly("S3+1", "S4+4", "S8+2");
    }

    @Test
    void readsSectorBySectorWhatFailedAfterTheSweep() {
        var commands = run(plan(0), Set.of(5L));
        assertThat(commands).startsWith("S0+4", "S4+4").doesNotContain("R5+1");
        assertThat(commands.stream().filter(c -> c.matches(".[4567]\\+1"))).hasSize(4);
        assertThat(map.with(SectorStatus.BAD)).isEqualTo(RangeSet.of(sectors(5, 6)));
    }

    @Test
    void readsForeignBlocksThatWereNotScraped() {
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        map.set(sectors(2, 4), SectorStatus.NON_SCRAPED);
        map.set(sectors(7, 8), SectorStatus.NON_TRIMMED);
        assertThat(run(plan(0), Set.of())).containsExactlyInAnyOrder("T2+1", "T3+1", "T7+1");
    }

    @Test
    void triesAllBadSectorsAgainAsOftenAsAllowed() {
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        map.set(sectors(3, 4), SectorStatus.BAD);
        map.set(sectors(6, 8), SectorStatus.BAD);
        // The second time from the other side.
        assertThat(run(plan(2), Set.of(3L, 6L, 7L)))
                .containsExactly("R3+1", "R6+1", "R7+1", "R7+1", "R6+1", "R3+1");
    }

    @Test
    void stopsRetryingWhatHasBeenRead() {
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        map.set(sectors(3, 4), SectorStatus.BAD);
        map.set(sectors(6, 7), SectorStatus.BAD);
        assertThat(run(plan(3), Set.of(6L))).containsExactly("R3+1", "R6+1", "R6+1", "R6+1");
    }

    @Test
    void sweepsAgainFromTheStartWhereSomethingWasLost() {
        var plan = plan(0);
        mark(plan, plan.next(map).orElseThrow(), true);
        mark(plan, plan.next(map).orElseThrow(), true);
        map.takeBack(RangeSet.of(sectors(1, 3)));
        assertThat(run(plan, Set.of())).containsExactly("S8+2", "B1+2");
    }

    @Test
    void whatIsLostDuringRetriesComesFirst() {
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        map.set(sectors(3, 5), SectorStatus.BAD);
        var plan = plan(1);
        var first = plan.next(map).orElseThrow();
        assertThat(text(first)).isEqualTo("R3+1");
        mark(plan, first, false);
        map.takeBack(RangeSet.of(sectors(8, 9)));
        assertThat(run(plan, Set.of(3L, 4L))).containsExactly("T8+1", "R4+1");
    }

    @Test
    void readsWholeSectorsAroundForeignBlocksAndForgetsNothingOfThem() {
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        map.set(ByteRange.at(2 * SECTOR + 512, 512), SectorStatus.NON_TRIED);
        map.set(ByteRange.at(5 * SECTOR + 1536, 1024), SectorStatus.NON_TRIED);
        assertThat(run(plan(1), Set.of(2L))).containsExactly("S2+1", "B6+1", "T5+1", "R2+1");
        assertThat(map.with(SectorStatus.BAD))
                .isEqualTo(RangeSet.of(ByteRange.at(2 * SECTOR + 512, 512)));
    }

    @Test
    void readsALastPartialSector() {
        map = new RescueMap(9L * SECTOR + 1024);
        assertThat(run(plan(0), Set.of(9L)))
                .containsExactly("S0+4", "S4+4", "S8+2", "T8+1", "T9+1");
        assertThat(map.bytes(SectorStatus.BAD)).isEqualTo(1024);
    }

    @Test
    void makesOnlyThePassesThatWereAskedFor() {
        var effort = new Effort(3, EnumSet.of(Pass.SWEEP, Pass.BACK), Optional.empty());
        var commands = run(new ReadPlan(SECTOR, PER_READ, effort), Set.of(1L));
        assertThat(commands).isNotEmpty().allMatch(c -> c.startsWith("S") || c.startsWith("B"));
        assertThat(map.bytes(SectorStatus.NON_TRIED)).isZero();
        assertThat(map.with(SectorStatus.NON_TRIMMED)).isEqualTo(RangeSet.of(sectors(0, 4)));
    }

    @Test
    void endsWhenTheDriveHasReadForLongEnough() {
        var until = Optional.of(Duration.ofMillis(2));
        var effort = new Effort(3, EnumSet.allOf(Pass.class), until);
        assertThat(run(new ReadPlan(SECTOR, PER_READ, effort), Set.of()))
                .containsExactly("S0+4", "S4+4");
    }

    @Test
    void askingTwiceChangesNothing() {
        map.set(sectors(2, 5), SectorStatus.BAD);
        var plan = plan(1);
        for (var next = plan.next(map); next.isPresent(); next = plan.next(map)) {
            assertThat(plan.next(map)).isEqualTo(next);
            mark(plan, next.get(), isGood(next.get(), Set.of(2L, 6L)));
        }
        assertThat(map.with(SectorStatus.BAD)).isEqualTo(RangeSet.of(sectors(2, 3), sectors(6, 7)));
    }

    @Test
    void endsWhereNothingIsLeft() {
        var plan = plan(3);
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        assertThat(plan.next(map)).isEmpty();
        assertThat(plan.next(map)).isEmpty();
        map.takeBack(RangeSet.of(sectors(0, 1)));
        assertThat(plan.next(map)).isPresent();
    }

    @Test
    void findsWhateverDiscAndLossesThereAreAllThatCanBeRead() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            long sizeBytes = 1 + random.nextLong(60L * SECTOR);
            map = new RescueMap(sizeBytes);
            Set<Long> bad = new TreeSet<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                bad.add(random.nextLong((sizeBytes + SECTOR - 1) / SECTOR));
            }
            var plan = plan(random.nextInt(3));
            int losses = random.nextInt(5);
            int commands = 0;
            for (var next = plan.next(map); next.isPresent(); next = plan.next(map)) {
                mark(plan, next.get(), isGood(next.get(), bad));
                if (losses > 0 && random.nextInt(10) == 0) {
                    losses--;
                    long start = random.nextLong(sizeBytes);
                    map.takeBack(RangeSet.of(ByteRange.at(start, random.nextLong(20_000))));
                }
                assertThat(++commands).as("seed %d", seed).isLessThan(2000);
            }
            var unreadable = new RangeSet();
            bad.forEach(lba -> unreadable.add(sectors(lba, lba + 1)));
            assertThat(map.with(SectorStatus.BAD))
                    .as("seed %d", seed)
                    .isEqualTo(unreadable.intersection(new ByteRange(0, sizeBytes)));
            assertThat(map.bytes(SectorStatus.FINISHED) + map.bytes(SectorStatus.BAD))
                    .as("seed %d", seed)
                    .isEqualTo(sizeBytes);
        }
    }
}
