package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.StallBook;
import dev.spindle.timeline.Wait;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Who pays for which of the reader's waits. */
@Tag("unit")
final class ReadStallsTest {
    private static final long MILLI = 1_000_000;
    private static final int SECTOR = 2048;
    private static final int BYTES = 32 * SECTOR;
    private static final long USUAL_MILLIS = 20;

    private final List<Stall> told = new ArrayList<>();
    private final ReadStalls stalls =
            new ReadStalls(
                    new StallReporter() {
                        @Override
                        public void stalled(
                                String role, long start, long end, Side side, String cause) {
                            tell(role, start, end - start, side, cause);
                        }

                        @Override
                        public void waitedOften(
                                String role, List<Wait> waits, Side side, String cause) {
                            long nanos = waits.stream().mapToLong(Wait::nanos).sum();
                            tell(role, waits.getFirst().startNanos(), nanos, side, cause);
                        }
                    });
    private long nowNanos;
    private long lba;

    private void tell(String role, long startNanos, long nanos, Side side, String cause) {
        told.add(new Stall(role, startNanos / 1e9, nanos / 1e9, side, cause));
    }

    @BeforeEach
    void aDriveThatIsWarm() {
        for (int i = 0; i < 10; i++) {
            read(USUAL_MILLIS);
        }
    }

    private void read(long millis) {
        read(millis, new ReadOutcome.Good(BYTES));
    }

    private void read(long millis, ReadOutcome outcome) {
        long start = nowNanos;
        nowNanos += millis * MILLI;
        stalls.commandEnded(lba, BYTES, start, nowNanos, outcome);
        lba += BYTES / SECTOR;
    }

    private void waits(long millis, Ring.Holder holder) {
        long start = nowNanos;
        nowNanos += millis * MILLI;
        stalls.ringWaitEnded(start, nowNanos, holder);
    }

    private void pauses(long millis) {
        long start = nowNanos;
        nowNanos += millis * MILLI;
        stalls.paused(start, nowNanos);
    }

    private long millisOf(Side side) {
        return Math.round(
                told.stream()
                        .filter(stall -> stall.side() == side)
                        .mapToDouble(stall -> 1000 * stall.seconds())
                        .sum());
    }

    @Test
    void aSlowReadIsTheDrives() {
        read(1040);
        assertThat(told)
                .containsExactly(new Stall("reader", 0.24, 1.0, Side.DRIVE, "slow sectors"));
    }

    @Test
    void findingItsPlaceAfterTheDestinationIsTheDestinations() {
        waits(2000, Ring.Holder.WRITER);
        read(540);
        assertThat(told)
                .extracting(Stall::side, Stall::cause)
                .containsExactly(
                        tuple(Side.STORAGE, "the drive waited: the destination did not keep up"),
                        tuple(
                                Side.STORAGE,
                                "the drive had to find its place again after it had waited for the"
                                        + " destination"));
        assertThat(millisOf(Side.STORAGE)).isEqualTo(2500);
    }

    @Test
    void hashingThatHeldTheDrivePaysToo() {
        waits(2000, Ring.Holder.HASHER);
        read(540);
        assertThat(millisOf(Side.SELF)).isEqualTo(2500);
        assertThat(millisOf(Side.DRIVE)).isZero();
    }

    @Test
    void spinningUpAfterAPauseIsTheUsers() {
        pauses(60_000);
        read(6040);
        assertThat(millisOf(Side.USER)).isEqualTo(6000);
        assertThat(millisOf(Side.DRIVE)).isZero();
    }

    /** The disc still turned: more than a second is not for finding a place. */
    @Test
    void whatIsMoreThanAnyRestartIsTheDrives() {
        waits(2000, Ring.Holder.WRITER);
        read(5040);
        assertThat(millisOf(Side.STORAGE)).isEqualTo(2000);
        assertThat(millisOf(Side.DRIVE)).isEqualTo(5000);
    }

    @Test
    void onlyTheFirstReadAfterwardsCounts() {
        waits(2000, Ring.Holder.WRITER);
        read(USUAL_MILLIS);
        read(1040);
        assertThat(millisOf(Side.STORAGE)).isEqualTo(2000);
        assertThat(millisOf(Side.DRIVE)).isEqualTo(1000);
    }

    @Test
    void theLongerOfTwoWaitsPays() {
        waits(100, Ring.Holder.WRITER);
        pauses(20_000);
        waits(100, Ring.Holder.WRITER);
        read(3040);
        assertThat(millisOf(Side.USER)).isEqualTo(3000);
        assertThat(millisOf(Side.STORAGE)).isEqualTo(200);
    }

    /** A run-up reads, and has found the place already. */
    @Test
    void aDriveThatWasMadeReadyHasFoundItsPlace() {
        pauses(20_000);
        stalls.prepared(nowNanos, nowNanos + 400 * MILLI);
        nowNanos += 400 * MILLI;
        read(1040);
        assertThat(millisOf(Side.USER)).isZero();
        assertThat(millisOf(Side.DRIVE)).isEqualTo(1000);
    }

    @Test
    void anUnreadableSectorAfterAWaitIsTheDiscsOwn() {
        waits(2000, Ring.Holder.WRITER);
        read(700, new ReadOutcome.MediumError(Sense.UNRECOVERED_READ_ERROR));
        assertThat(millisOf(Side.DRIVE)).isEqualTo(700);
        assertThat(millisOf(Side.STORAGE)).isEqualTo(2000);
    }

    @Test
    void theJumpToTheSecondLayerIsNoStall() {
        stalls.disc(OptionalLong.of(lba + 40), SECTOR);
        read(USUAL_MILLIS);
        read(900);
        assertThat(told).isEmpty();
        read(900);
        assertThat(millisOf(Side.DRIVE)).isBetween(850L, 860L);
    }

    /** A disk that is a little slower, and takes small pieces. */
    @Test
    void manyShortWaitsAreAStallTogether() {
        for (int i = 0; i < 10; i++) {
            read(USUAL_MILLIS);
            waits(10, Ring.Holder.WRITER);
        }
        assertThat(told)
                .extracting(Stall::side, Stall::seconds, Stall::cause)
                .containsExactly(
                        tuple(Side.STORAGE, 0.05, StallBook.RING_FULL),
                        tuple(Side.STORAGE, 0.05, StallBook.RING_FULL));
    }

    @Test
    void whatIsLessThanAStallWithinASecondIsNone() {
        for (int i = 0; i < 100; i++) {
            read(300);
            waits(15, i % 2 == 0 ? Ring.Holder.WRITER : Ring.Holder.HASHER);
        }
        assertThat(told).filteredOn(stall -> stall.side() != Side.DRIVE).isEmpty();
    }

    @Test
    void shortWaitsForHashingAreNotTheStorages() {
        for (int i = 0; i < 5; i++) {
            read(USUAL_MILLIS);
            waits(12, Ring.Holder.HASHER);
        }
        assertThat(told).extracting(Stall::side).containsExactly(Side.SELF);
    }
}
