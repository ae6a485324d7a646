package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spindle.run.Activity;
import dev.spindle.run.LedgerSpan;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who is billed for which moment. */
@Tag("unit")
final class StallBookTest {
    private static final List<Side> SIDES = List.of(Side.values());
    private static final long MILLI = 1_000_000;

    /** Where the rip began on the clock of the ledgers. */
    private static final long ORIGIN = 5_000 * MILLI;

    private final StallBook book = new StallBook(ORIGIN);

    private void book(long startMillis, long endMillis, Side side) {
        book("thread of " + side, startMillis, endMillis, side);
    }

    private void book(String role, long startMillis, long endMillis, Side side) {
        book.book(role, at(startMillis), at(endMillis), side, "cause " + side);
    }

    private void gap(long startMillis, long endMillis) {
        book.programGap(at(startMillis), at(endMillis), StallBook.NOT_RUNNING);
    }

    private static long at(long millis) {
        return ORIGIN + millis * MILLI;
    }

    private static Map<Side, Double> bill(double drive, double storage, double user, double self) {
        var bill = new EnumMap<Side, Double>(Side.class);
        bill.put(Side.DRIVE, drive);
        bill.put(Side.STORAGE, storage);
        bill.put(Side.USER, user);
        bill.put(Side.SELF, self);
        return bill;
    }

    @Test
    void billsEachMomentOnceToTheRootOfTheChain() {
        book(0, 1000, Side.DRIVE);
        book(500, 1500, Side.STORAGE);
        book(1400, 2000, Side.SELF);
        book(1450, 1600, Side.USER);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0.5, 0.95, 0.15, 0.4));
    }

    /** Each bad sector is one: a list of the latest would hold the end of a scratch alone. */
    @Test
    void aDamagedStretchIsShownAsOneWhicheverWayItIsRead() {
        for (int i = 0; i < 500; i++) {
            String cause = "unreadable sectors at LBA " + (6000 + (i % 2 == 0 ? i : -i));
            book.book("reader", at(200L * i), at(200L * i + 150), Side.DRIVE, cause);
        }
        book.book("reader", at(200_000), at(200_200), Side.DRIVE, "slow sectors");
        assertThat(book.latest())
                .extracting(Stall::startSeconds, Stall::seconds, Stall::cause)
                .containsExactly(
                        tuple(0.0, 99.95, "unreadable sectors between LBA 5501 and 6498"),
                        tuple(200.0, 0.2, "slow sectors"));
        assertThat(book.longest().seconds()).isEqualTo(0.2);
        assertThat(book.takeFresh()).as("events tell each").hasSize(501);
    }

    @Test
    void billsOverlapsOfOneSideOnce() {
        book("reader", 0, 1000, Side.STORAGE);
        book("writer", 200, 1200, Side.STORAGE);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 1.2, 0, 0));
    }

    @Test
    void agreesWithABillOfSingleMilliseconds() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var seeded = new StallBook(ORIGIN);
            var owner = new @Nullable Side[3000];
            var inGap = new boolean[3000];
            for (int i = 0; i < 3; i++) {
                int start = random.nextInt(2400);
                int end = start + 1 + random.nextInt(500);
                seeded.programGap(at(start), at(end), StallBook.NOT_RUNNING);
                Arrays.fill(inGap, start, end, true);
            }
            for (int i = 0; i < 25; i++) {
                int start = random.nextInt(2400);
                int end = start + random.nextInt(500);
                var side = SIDES.get(random.nextInt(SIDES.size()));
                seeded.book("reader", at(start), at(end), side, "");
                bill(owner, inGap, start, end, side);
            }
            var expected = bill(0, 0, 0, 0);
            for (int i = 0; i < owner.length; i++) {
                var side = inGap[i] ? Side.SELF : owner[i];
                if (side != null) {
                    expected.merge(side, 1.0, Double::sum);
                }
            }
            expected.replaceAll((_, millis) -> millis / 1000);
            assertThat(seeded.stalledSeconds()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Each piece outside the gaps counts from 50 ms on; the earlier side of the chain wins. */
    private static void bill(
            @Nullable Side[] owner, boolean[] inGap, int start, int end, Side side) {
        var order = List.of(Side.USER, Side.STORAGE, Side.DRIVE, Side.SELF);
        int from = start;
        while (from < end) {
            int to = from;
            while (to < end && !inGap[to]) {
                to++;
            }
            for (int i = from; i < to && to - from >= 50; i++) {
                if (owner[i] == null || order.indexOf(side) < order.indexOf(owner[i])) {
                    owner[i] = side;
                }
            }
            from = to + 1;
        }
    }

    @Test
    void shorterThanFiftyMillisecondsIsNoStall() {
        book.book("reader", ORIGIN, ORIGIN + 50 * MILLI - 1, Side.DRIVE, "");
        assertThat(book.latest()).isEmpty();
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 0, 0, 0));
        book.book("reader", ORIGIN, ORIGIN + 50 * MILLI, Side.DRIVE, "");
        assertThat(book.latest()).hasSize(1);
    }

    @Test
    void aGapOfTheProgramIsBilledToSelfAndToNobodyElse() {
        gap(1000, 9000);
        book(900, 9100, Side.DRIVE);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0.2, 0, 0, 8));
        // The drive stood still for 100 ms, twice; not for eight seconds.
        assertThat(book.latest())
                .filteredOn(stall -> stall.side() == Side.DRIVE)
                .extracting(Stall::startSeconds, Stall::seconds)
                .containsExactly(tuple(0.9, 0.1), tuple(9.0, 0.1));
        assertThat(book.longest())
                .returns(Side.SELF, Stall::side)
                .returns(8.0, Stall::seconds)
                .returns(1.0, Stall::startSeconds);
    }

    @Test
    void aStallWhollyInAGapIsNone() {
        gap(1000, 9000);
        book(2000, 3000, Side.STORAGE);
        book(970, 9030, Side.STORAGE);
        assertThat(book.latest()).hasSize(1);
        assertThat(book.takeFresh())
                .singleElement()
                .isEqualTo(new Stall("all", 1, 8, Side.SELF, "the program was not running"));
    }

    private void hiccup(long startNanos, long endNanos) {
        book.hiccup(startNanos, endNanos, StallBook.NOT_RUNNING);
    }

    /** A collection of garbage, or a computer that is busy with something else. */
    @Test
    void aStallThatAMomentOfTheProgramExplainsIsItsOwn() {
        hiccup(at(1000), at(1200));
        book(1000, 1200, Side.DRIVE);
        book(980, 1220, Side.STORAGE);
        book(1000, 1200, Side.USER);
        assertThat(book.latest())
                .extracting(Stall::side, Stall::cause)
                .containsExactly(
                        tuple(Side.SELF, "the program was held up for a moment"),
                        tuple(Side.SELF, "the program was held up for a moment"),
                        tuple(Side.USER, "cause USER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {StallBook.COLLECTING, StallBook.NO_PROCESSOR})
    void whatMadeUpMostOfAMomentIsNamed(String cause) {
        book.hiccup(at(1000), at(1200), cause);
        book.hiccup(at(62_000), at(62_200), cause);
        book(1000, 1200, Side.DRIVE);
        book(62_000, 62_200, Side.DRIVE);
        book(61_990, 62_220, Side.STORAGE);
        assertThat(book.latest())
                .extracting(Stall::side, Stall::cause)
                .containsExactly(
                        tuple(Side.DRIVE, "cause DRIVE"),
                        tuple(Side.SELF, cause),
                        tuple(Side.SELF, cause));
    }

    @Test
    void aMomentWithTwoCausesHasNoName() {
        book.hiccup(at(1000), at(1100), StallBook.COLLECTING);
        book.hiccup(at(1100), at(1200), StallBook.NO_PROCESSOR);
        book(1000, 1200, Side.DRIVE);
        assertThat(book.latest())
                .extracting(Stall::side, Stall::cause)
                .containsExactly(tuple(Side.SELF, StallBook.HELD_UP));
    }

    @Test
    void aLongerStallHasAnotherReason() {
        hiccup(at(1000), at(1200));
        book(950, 1200, Side.DRIVE);
        book(1000, 9000, Side.STORAGE);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0.05, 8, 0, 0));
    }

    /** A computer so busy that each look comes late: the share that did not answer did not. */
    @Test
    void aLongStallIsNotMadeUpOfMoments() {
        for (int from = 0; from < 10_000; from += 200) {
            hiccup(at(from), at(from + 200));
        }
        book(1000, 9000, Side.STORAGE);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 8, 0, 0));
        book(9100, 9900, Side.STORAGE);
        assertThat(book.stalledSeconds()).as("a short one may be").isEqualTo(bill(0, 8, 0, 0.8));
    }

    @Test
    void momentsOfLongAgoAreForgotten() {
        hiccup(at(1000), at(1200));
        hiccup(at(62_000), at(62_100));
        book(1000, 1200, Side.DRIVE);
        book(62_000, 62_100, Side.DRIVE);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0.2, 0, 0, 0.1));
    }

    private void slowRead(long startMillis, long endMillis) {
        book.book("reader", at(startMillis), at(endMillis), Side.DRIVE, StallBook.SLOW_SECTORS);
    }

    @Test
    void theDriveFindsItsPlaceAgainAfterAGapAtTheCostOfTheProgram() {
        gap(0, 2000);
        slowRead(2100, 3000);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 0, 0, 2.9));
        gap(10_000, 20_000);
        slowRead(20_100, 29_100);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 0, 0, 21.9));
    }

    /** A drive that hangs does so as well after a moment in which nobody ran. */
    @Test
    void whatTakesLongerThanThatIsTheDrivesOwn() {
        hiccup(at(1000), at(1200));
        slowRead(1300, 4300);
        assertThat(book.stalledSeconds()).isEqualTo(bill(3, 0, 0, 0));
        gap(10_000, 20_000);
        slowRead(20_100, 35_100);
        assertThat(book.stalledSeconds()).isEqualTo(bill(18, 0, 0, 10));
    }

    @Test
    void aReadThatBeganBeforeTheGapOrLongAfterItIsTheDrivesOwn() {
        gap(1000, 2000);
        slowRead(900, 2500);
        slowRead(2600, 3600);
        assertThat(book.stalledSeconds()).isEqualTo(bill(1.6, 0, 0, 1));
    }

    /** The program stood still while the drive waited for the destination. */
    @Test
    void aGapInAWaitPaysForTheRestartAfterIt() {
        gap(1000, 9000);
        book.book(
                "reader",
                at(9100),
                at(9600),
                Side.STORAGE,
                StallBook.RESTART + "it had waited for the destination");
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 0, 0, 8.5));
        book.book(
                "reader",
                at(20_000),
                at(20_500),
                Side.STORAGE,
                StallBook.RESTART + "it had waited for the destination");
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 0.5, 0, 8.5));
    }

    @Test
    void theDriveFindsItsPlaceAgainAfterAMomentToo() {
        hiccup(at(1000), at(1300));
        slowRead(1310, 1810);
        assertThat(book.stalledSeconds()).isEqualTo(bill(0, 0, 0, 0.5));
    }

    @Test
    void unreadableSectorsAfterAGapAreTheDiscsOwn() {
        gap(1000, 2000);
        book.book("reader", at(2100), at(3100), Side.DRIVE, "unreadable sectors at LBA 7");
        assertThat(book.stalledSeconds()).isEqualTo(bill(1, 0, 0, 1));
    }

    @Test
    void aWriteAtTheDevicesOwnPaceIsNoStall() {
        book.span(new LedgerSpan("writer", Activity.WRITING, at(0), at(1000), 0), false);
        assertThat(book.latest()).isEmpty();
        book.span(new LedgerSpan("writer", Activity.WRITING, at(0), at(1000), 700 * MILLI), false);
        assertThat(book.latest())
                .containsExactly(
                        new Stall("writer", 0.3, 0.7, Side.STORAGE, "the write call was held up"));
    }

    @Test
    void showsStallsThatFollowCloselyAsOneAlsoBetweenThoseOfAnother() {
        book("writer", 0, 100, Side.STORAGE);
        book("reader", 0, 100, Side.DRIVE);
        book("writer", 200, 300, Side.STORAGE);
        book("writer", 401, 500, Side.STORAGE);
        assertThat(book.latest())
                .extracting(Stall::thread, Stall::startSeconds, Stall::seconds)
                .containsExactly(
                        tuple("writer", 0.0, 0.3),
                        tuple("reader", 0.0, 0.1),
                        tuple("writer", 0.401, 0.099));
        assertThat(book.takeFresh()).hasSize(4);
        assertThat(book.takeFresh()).isEmpty();
        assertThat(book.longest().seconds()).isEqualTo(0.1);
    }

    @Test
    void keepsTheLatestTwoHundred() {
        for (int i = 0; i < 250; i++) {
            book(1000L * i, 1000L * i + 60, Side.STORAGE);
        }
        assertThat(book.latest()).hasSize(200).first().returns(50.0, Stall::startSeconds);
        assertThat(book.stalledSeconds()).containsEntry(Side.STORAGE, 15.0);
    }

    @Test
    void billsThousandsOfStallsOfALongRip() {
        for (int i = 0; i < 200_000; i++) {
            book(200L * i, 200L * i + 100, i % 2 == 0 ? Side.STORAGE : Side.DRIVE);
        }
        assertThat(book.stalledSeconds()).isEqualTo(bill(10_000, 10_000, 0, 0));
    }

    @Test
    void namesTheLongest() {
        assertThat(book.longest().seconds()).isZero();
        book(0, 100, Side.DRIVE);
        book(1000, 3000, Side.STORAGE);
        book(4000, 4500, Side.DRIVE);
        assertThat(book.longest()).isEqualTo(new Stall("", 1, 2, Side.STORAGE, ""));
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void billsTheSpansThatTheirWorkDoesNotExplain(Activity activity) {
        book.span(new LedgerSpan("a role", activity, at(0), at(1000)), false);
        var sides = book.latest().stream().map(Stall::side).toList();
        switch (activity) {
            case WRITING, WAITING_FOR_FLUSHER, WAITING_FOR_BUDGET ->
                    assertThat(sides).containsExactly(Side.STORAGE);
            case PAUSED -> assertThat(sides).containsExactly(Side.USER);
            default -> assertThat(sides).isEmpty();
        }
    }

    @Test
    void billsASyncOnlyWhereEverythingWaitsForIt() {
        book.span(new LedgerSpan("syncer", Activity.SYNCING, at(0), at(1000)), true);
        assertThat(book.latest())
                .containsExactly(new Stall("syncer", 0, 1, Side.STORAGE, "the final sync"));
    }

    @Test
    void tellsOfAnOpenStallAfterASecond() {
        assertThat(StallBook.isOpenStall(Activity.WRITING, 999 * MILLI)).isFalse();
        assertThat(StallBook.isOpenStall(Activity.WRITING, 1000 * MILLI)).isTrue();
        assertThat(StallBook.isOpenStall(Activity.READING, 1000 * MILLI)).isTrue();
        assertThat(StallBook.isOpenStall(Activity.IDLE, 1000 * MILLI)).isFalse();
    }
}
