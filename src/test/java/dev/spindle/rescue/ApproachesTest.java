package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.Approach;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand.Pass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which way of retrying is chosen, and what is learned of it. */
@Tag("unit")
final class ApproachesTest {
    private static final int SECTOR = 2048;
    private static final long SECOND = 1_000_000_000;
    private static final Set<Approach> ALL = EnumSet.allOf(Approach.class);

    @Test
    void theFirstRoundIsPlainAndTheNextOnesTryWhatIsNew() {
        var approaches = new Approaches(Map.of());
        approaches.allow(ALL);
        assertThat(approaches.choose(0)).isEqualTo(Approach.PLAIN);
        fail(approaches, Approach.PLAIN, 20);
        assertThat(approaches.choose(1)).isEqualTo(Approach.RUN_UP);
        fail(approaches, Approach.RUN_UP, 20);
        assertThat(approaches.choose(2)).isEqualTo(Approach.FASTEST);
        fail(approaches, Approach.FASTEST, 20);
        assertThat(approaches.choose(3)).isEqualTo(Approach.BLOCK_DEVICE);
        fail(approaches, Approach.BLOCK_DEVICE, 20);
        assertThat(approaches.choose(4)).isEqualTo(Approach.RESTED);
    }

    @Test
    void whatHelpsIsStayedWith() {
        var approaches = new Approaches(Map.of());
        approaches.allow(ALL);
        fail(approaches, Approach.PLAIN, 20);
        fail(approaches, Approach.RUN_UP, 20);
        for (int i = 0; i < 20; i++) {
            approaches.note(Approach.FASTEST, i % 2 == 0, SECOND);
        }
        assertThat(approaches.choose(3)).isEqualTo(Approach.FASTEST);
    }

    /** Ten times as long for twice as many is no bargain. */
    @Test
    void timeCounts() {
        var approaches = new Approaches(Map.of());
        approaches.allow(EnumSet.of(Approach.PLAIN, Approach.RESTED));
        for (int i = 0; i < 40; i++) {
            approaches.note(Approach.PLAIN, i % 4 == 0, SECOND);
            approaches.note(Approach.RESTED, i % 2 == 0, 10 * SECOND);
        }
        assertThat(approaches.choose(2)).isEqualTo(Approach.PLAIN);
    }

    @Test
    void whatTheDriveCannotDoIsNeverChosen() {
        var approaches = new Approaches(Map.of());
        fail(approaches, Approach.PLAIN, 50);
        assertThat(approaches.choose(5)).isEqualTo(Approach.PLAIN);
    }

    /** Of a hundred tries on other discs no more stays than what a few on this one outweigh. */
    @Test
    void earlierDiscsAreASuggestionOnly() {
        var old = new ApproachRecord(100, 0, 100.0 * SECOND).asPrior();
        assertThat(old).isEqualTo(new ApproachRecord(4, 0, 4.0 * SECOND));
        var few = new ApproachRecord(2, 1, SECOND);
        assertThat(few.asPrior()).isEqualTo(few);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ApproachRecord(1, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ApproachRecord(Double.NaN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A plan over sectors of which none reads but in one way: that one is found, and helps. */
    @Test
    void aPlanFindsTheWayThatHelps() {
        for (Approach helping : Approach.values()) {
            var map = new RescueMap(100L * SECTOR);
            var plan = new ReadPlan(SECTOR, 32, Effort.retries(6));
            plan.allow(ALL);
            var retries = retries(plan, map, helping);
            assertThat(map.bytes(SectorStatus.FINISHED))
                    .as("%s", helping)
                    .isEqualTo(map.sizeBytes());
            assertThat(retries).as("%s", helping).hasSizeLessThanOrEqualTo(6 * 8);
        }
    }

    /** Where the drive offers nothing else, and in every first round, all retries are plain. */
    @Test
    void withoutOtherWaysAllIsPlain() {
        var map = new RescueMap(100L * SECTOR);
        var plan = new ReadPlan(SECTOR, 32, Effort.retries(4));
        var ways = retries(plan, map, Approach.RESTED);
        assertThat(ways).hasSize(4 * 8).containsOnly(Approach.PLAIN);
    }

    @Test
    void aLessonIsLearnedAndBegunWith() {
        var map = new RescueMap(100L * SECTOR);
        var plan = new ReadPlan(SECTOR, 32, Effort.retries(3));
        plan.allow(ALL);
        var _ = retries(plan, map, Approach.RUN_UP);
        DriveLessons lessons = plan.lessons();
        assertThat(lessons.badNanos()).isEqualTo(SECOND);
        assertThat(lessons.approaches()).containsKeys(Approach.PLAIN, Approach.RUN_UP);
        assertThat(lessons.approaches())
                .hasEntrySatisfying(
                        Approach.RUN_UP, way -> assertThat(way.successes()).isGreaterThan(5));
        var next = new ReadPlan(SECTOR, 32, Effort.retries(3), Optional.of(lessons));
        next.allow(ALL);
        assertThat(next.lessons().badNanos()).isEqualTo(SECOND);
        var ways = retries(next, new RescueMap(100L * SECTOR), Approach.RUN_UP);
        assertThat(ways.subList(8, 16)).containsOnly(Approach.RUN_UP);
    }

    /** Runs a plan where sectors 40 to 47 read in one way only; the ways of all retries. */
    private static List<Approach> retries(ReadPlan plan, RescueMap map, Approach helping) {
        var ways = new ArrayList<Approach>();
        for (var next = plan.next(map); next.isPresent(); next = plan.next(map)) {
            var command = next.get();
            boolean isHit = command.lba() < 48 && command.endLba() > 40;
            boolean isRetry = command.pass() == Pass.RETRY;
            boolean isGood = !isHit || (isRetry && command.approach() == helping);
            var range = ByteRange.at(command.lba() * SECTOR, (long) command.sectors() * SECTOR);
            if (isGood) {
                map.set(range, SectorStatus.FINISHED);
            } else {
                map.setUnfinished(range, command.statusOfFailure());
            }
            if (isRetry) {
                ways.add(command.approach());
            }
            plan.note(command, isGood, isGood ? SECOND / 100 : SECOND, map);
        }
        return ways;
    }

    private static void fail(Approaches approaches, Approach approach, int times) {
        for (int i = 0; i < times; i++) {
            approaches.note(approach, false, SECOND);
        }
    }
}
