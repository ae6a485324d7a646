package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand.Pass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** What a second drive reads. */
@Tag("unit")
final class FromBehindTest {
    private static final int SECTOR = 2048;
    private static final int STRIDE = FromBehind.STRIDE_SECTORS;

    private static ByteRange sectors(long first, long end) {
        return new ByteRange(first * SECTOR, end * SECTOR);
    }

    private static ReadCommand next(FromBehind plan, RescueMap map, long otherLba) {
        var command = plan.next(map, otherLba).orElseThrow();
        plan.note(command);
        map.set(sectors(command.lba(), command.endLba()), SectorStatus.FINISHED);
        return command;
    }

    @Test
    void itGoesForwardsThroughStridesFromTheEnd() {
        var map = new RescueMap((2L * STRIDE + 40) * SECTOR);
        var plan = new FromBehind(SECTOR, 32, Effort.retries(3));
        assertThat(next(plan, map, 0)).isEqualTo(new ReadCommand(2 * STRIDE, 32, Pass.SWEEP));
        assertThat(next(plan, map, 0)).isEqualTo(new ReadCommand(2 * STRIDE + 32, 8, Pass.SWEEP));
        assertThat(next(plan, map, 0)).isEqualTo(new ReadCommand(STRIDE, 32, Pass.SWEEP));
        assertThat(next(plan, map, 0)).isEqualTo(new ReadCommand(STRIDE + 32, 32, Pass.SWEEP));
    }

    @Test
    void aStrideThatTheFirstDriveHasComeIntoIsLeftToIt() {
        var map = new RescueMap(2L * STRIDE * SECTOR);
        var plan = new FromBehind(SECTOR, 32, Effort.retries(3));
        var _ = next(plan, map, 0);
        assertThat(plan.next(map, STRIDE + 100)).isEmpty();
    }

    @Test
    void onceTheFirstDriveIsDoneThatIsReadToo() {
        var map = new RescueMap(2L * STRIDE * SECTOR);
        map.set(sectors(0, STRIDE + 100), SectorStatus.FINISHED);
        var plan = new FromBehind(SECTOR, 32, Effort.retries(3));
        assertThat(plan.next(map, STRIDE + 99)).isEmpty();
        assertThat(plan.next(map, -1).orElseThrow().lba()).isEqualTo(STRIDE + 100);
    }

    @Test
    void itKeepsToThePasses() {
        var map = new RescueMap(100L * SECTOR);
        map.set(sectors(10, 12), SectorStatus.BAD);
        assertThat(only(Pass.SWEEP, map).pass()).isEqualTo(Pass.SWEEP);
        assertThat(only(Pass.RETRY, map).pass()).isEqualTo(Pass.RETRY);
        map.set(sectors(0, 10), SectorStatus.FINISHED);
        map.set(sectors(12, 100), SectorStatus.FINISHED);
        var sweeping = new Effort(3, EnumSet.of(Pass.SWEEP), Optional.empty());
        assertThat(new FromBehind(SECTOR, 32, sweeping).next(map, -1)).isEmpty();
    }

    private static ReadCommand only(Pass pass, RescueMap map) {
        var effort = new Effort(3, EnumSet.of(pass), Optional.empty());
        return new FromBehind(SECTOR, 32, effort).next(map, -1).orElseThrow();
    }

    @Test
    void damagedSectorsAreTriedOneByOneAndSoOften() {
        var map = new RescueMap(100L * SECTOR);
        map.set(sectors(0, 100), SectorStatus.FINISHED);
        map.set(sectors(10, 12), SectorStatus.BAD);
        map.set(sectors(50, 51), SectorStatus.NON_TRIMMED);
        var plan = new FromBehind(SECTOR, 32, Effort.retries(1));
        var tries = new HashMap<Long, Integer>();
        for (var next = plan.next(map, 0); next.isPresent(); next = plan.next(map, 0)) {
            assertThat(next.get().sectors()).isEqualTo(1);
            tries.merge(next.get().lba(), 1, Integer::sum);
            plan.note(next.get());
        }
        assertThat(tries).isEqualTo(Map.of(10L, 2, 11L, 2, 50L, 2));
    }

    /** Alone, on random discs: all that reads is read, nothing twice, and it comes to an end. */
    @Test
    void aloneItReadsWhateverReads() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            int size = 1 + random.nextInt(3 * STRIDE);
            var bad = new TreeSet<Long>();
            for (int i = random.nextInt(20); i > 0; i--) {
                bad.add((long) random.nextInt(size));
            }
            var map = new RescueMap((long) size * SECTOR - random.nextInt(SECTOR));
            var plan = new FromBehind(SECTOR, 32, Effort.retries(2));
            int commands = 0;
            for (var next = plan.next(map, -1); next.isPresent(); next = plan.next(map, -1)) {
                var command = next.get();
                assertThat(command.endLba()).as("seed %d", seed).isLessThanOrEqualTo(size);
                boolean isGood = bad.subSet(command.lba(), command.endLba()).isEmpty();
                var range = sectors(command.lba(), command.endLba());
                assertThat(map.touches(SectorStatus.FINISHED, range)).as("seed %d", seed).isFalse();
                if (isGood) {
                    map.set(range, SectorStatus.FINISHED);
                } else {
                    map.setUnfinished(range, command.statusOfFailure());
                }
                plan.note(command);
                commands++;
            }
            long missing = map.sizeBytes() - map.bytes(SectorStatus.FINISHED);
            assertThat(Math.ceilDiv(missing, SECTOR)).as("seed %d", seed).isEqualTo(bad.size());
            assertThat(commands)
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(size / 32 + 5 + bad.size() * (1 + 32 + 3));
        }
    }
}
