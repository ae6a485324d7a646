package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What may be called durable, and what one error takes back. */
@Tag("unit")
final class RangeLedgerTest {
    private static OsException error() {
        return new OsException(Errno.EIO, "fdatasync", "/out/a");
    }

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final RangeLedger ledger = new RangeLedger(baton, RangeSet.of(range(0, 100)));

    private static ByteRange range(long start, long end) {
        return new ByteRange(start, end);
    }

    private void write(long start, long end) {
        ledger.writeBegins(range(start, end));
        ledger.writeReturned(range(start, end));
    }

    private boolean end(OpenCall barrier) {
        return ledger.endBarrier(barrier, StopToken.never()).isPresent();
    }

    @Test
    void startsWithWhatAnEarlierRunLeft() {
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 100)));
        assertThat(ledger.status())
                .returns(100L, RangeLedger.Status::writtenBytes)
                .returns(100L, RangeLedger.Status::confirmedBytes)
                .returns(0L, RangeLedger.Status::unconfirmedBytes)
                .returns(false, RangeLedger.Status::failing);
    }

    @Test
    void onlyWhatWasWrittenBeforeABarrierBeganIsDurableByIt() {
        write(100, 200);
        var barrier = ledger.beginBarrier();
        write(200, 300);
        assertThat(end(barrier)).isTrue();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 200)));
        assertThat(ledger.status().unconfirmedBytes()).isEqualTo(100);
    }

    @Test
    void aWriteThatHasNotReturnedIsNotDurable() {
        ledger.writeBegins(range(100, 200));
        var barrier = ledger.beginBarrier();
        ledger.writeReturned(range(100, 200));
        assertThat(end(barrier)).isTrue();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 100)));
    }

    @Test
    void whatIsRewrittenDuringABarrierIsNotDurableByIt() {
        write(100, 200);
        var barrier = ledger.beginBarrier();
        write(120, 130);
        assertThat(end(barrier)).isTrue();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 120), range(130, 200)));
    }

    @Test
    void whatIsRewrittenIsNotDurableAnyMore() {
        write(50, 60);
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 50), range(60, 100)));
    }

    @Test
    void anErrorDuringABarrierVoidsIt() {
        write(100, 200);
        var barrier = ledger.beginBarrier();
        ledger.callFailed(ledger.callBegins(range(100, 200)), error());
        assertThat(end(barrier)).isFalse();
        assertThat(ledger.status().failing()).isTrue();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 100)));
    }

    @Test
    void onlyAWholeBarrierEndsTheErrorState() {
        write(100, 200);
        var during = ledger.beginBarrier();
        ledger.callFailed(ledger.callBegins(range(0, 1)), error());
        assertThat(end(during)).isFalse();
        write(100, 200);
        assertThat(ledger.status().failing()).isTrue();
        assertThat(end(ledger.beginBarrier())).isTrue();
        var status = ledger.status();
        assertThat(status.failing()).isFalse();
        assertThat(status.errors()).isOne();
        assertThat(status.lastError()).containsInstanceOf(OsException.class);
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 200)));
    }

    @Test
    void theLostAreHandedOverOnce() {
        write(100, 200);
        write(300, 400);
        ledger.callFailed(ledger.callBegins(range(300, 400)), error());
        assertThat(ledger.takeLost()).isEqualTo(RangeSet.of(range(100, 200), range(300, 400)));
        assertThat(ledger.takeLost().isEmpty()).isTrue();
        assertThat(ledger.status().writtenBytes()).isEqualTo(100);
        assertThat(ledger.status().unconfirmedBytes()).isZero();
    }

    @Test
    void aWriteUnderWayAtAnErrorIsLostWhenItReturns() {
        ledger.writeBegins(range(100, 200));
        ledger.callFailed(ledger.callBegins(range(0, 100)), error());
        assertThat(ledger.takeLost().isEmpty()).isTrue();
        ledger.writeReturned(range(100, 200));
        assertThat(ledger.takeLost()).isEqualTo(RangeSet.of(range(100, 200)));
        assertThat(end(ledger.beginBarrier())).isTrue();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 100)));
    }

    @Test
    void aWaitConfirmsOnlyWhatWasWrittenBeforeIt() {
        write(100, 200);
        var wait = ledger.callBegins(range(100, 300));
        write(200, 300);
        write(150, 160);
        ledger.callConfirmed(wait);
        assertThat(ledger.status().confirmedBytes()).isEqualTo(190);
    }

    @Test
    void aWaitThatEndsWellAfterAnErrorConfirmsNothing() {
        write(100, 200);
        var wait = ledger.callBegins(range(100, 200));
        ledger.callFailed(ledger.callBegins(range(0, 1)), error());
        write(100, 200);
        ledger.callConfirmed(wait);
        assertThat(ledger.status().confirmedBytes()).isEqualTo(100);
    }

    @Test
    void thePeakIsOfWhatWasUnconfirmed() {
        write(100, 200);
        ledger.callConfirmed(ledger.callBegins(range(100, 200)));
        write(200, 250);
        assertThat(ledger.status().peakUnconfirmedBytes()).isEqualTo(100);
        assertThat(ledger.status().unconfirmedBytes()).isEqualTo(50);
    }

    /** Ends the call on a thread of its own after a while. */
    private void later(Duration delay, Runnable action) {
        var _ =
                baton.start(
                        "hand",
                        () -> {
                            var _ = baton.gate("sleep").pause(baton.in(delay), StopToken.never());
                            action.run();
                        });
    }

    @Test
    void aWaitUnderWayThatTellsOfTheErrorAfterTheSyncStillVoidsTheBarrier() {
        write(100, 200);
        var stuck = ledger.callBegins(range(100, 200));
        var barrier = ledger.beginBarrier();
        // Another call that comes and goes must not be taken for the one that is waited for.
        later(Duration.ofSeconds(1), () -> ledger.callSaidNothing(ledger.callBegins(range(0, 10))));
        later(Duration.ofSeconds(4), () -> ledger.callFailed(stuck, error()));
        assertThat(end(barrier)).isFalse();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 100)));
        assertThat(ledger.takeLost()).isEqualTo(RangeSet.of(range(100, 200)));
    }

    @Test
    void aBarrierEndsAsSoonAsTheCallsUnderWayHaveEnded() {
        write(100, 200);
        var wait = ledger.callBegins(range(100, 200));
        var barrier = ledger.beginBarrier();
        later(Duration.ofSeconds(4), () -> ledger.callConfirmed(wait));
        long start = baton.nanoTime();
        assertThat(end(barrier)).isTrue();
        assertThat(baton.nanoTime() - start).isEqualTo(4_000_000_000L);
    }

    @Test
    void aCallThatHangsForGoodDoesNotKeepWhatTheSyncConfirmed() {
        write(100, 200);
        var _ = ledger.callBegins(range(100, 200));
        long start = baton.nanoTime();
        assertThat(end(ledger.beginBarrier())).isTrue();
        assertThat(baton.nanoTime() - start).isEqualTo(10_000_000_000L);
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 200)));
    }

    @Test
    void aStopEndsTheWaitForOtherCallsAndMakesNothingDurable() {
        write(100, 200);
        var wait = ledger.callBegins(range(100, 200));
        var stop = new StopToken();
        later(Duration.ofSeconds(2), stop::stop);
        assertThat(ledger.endBarrier(ledger.beginBarrier(), stop)).isEmpty();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 100)));
        ledger.callConfirmed(wait);
        assertThat(end(ledger.beginBarrier())).isTrue();
    }

    @Test
    void aBarrierThatWasGivenUpAndReturnsLateClaimsOnlyItsOwn() {
        write(100, 200);
        var late = ledger.beginBarrier();
        write(120, 130);
        var second = ledger.beginBarrier();
        later(Duration.ofSeconds(1), () -> assertThat(end(late)).isTrue());
        assertThat(end(second)).isTrue();
        assertThat(ledger.durable()).isEqualTo(RangeSet.of(range(0, 200)));

        write(140, 150);
        var third = ledger.beginBarrier();
        write(160, 170);
        assertThat(end(third)).isTrue();
        assertThat(ledger.durable().containsAll(range(140, 150))).isTrue();
        assertThat(ledger.durable().containsAll(range(160, 161))).isFalse();
    }

    @Test
    void behindASeekOnlyTheFirstChunkBeginsInsideAPage() {
        long mib = 1 << 20;
        write(mib + 2048, 20 * mib);
        var first = ledger.unconfirmedFrom(0, 4 * mib).orElseThrow();
        assertThat(first).isEqualTo(range(mib + 2048, 5 * mib));
        assertThat(ledger.unconfirmedFrom(first.endBytes(), 4 * mib))
                .hasValue(range(5 * mib, 9 * mib));
    }

    @Test
    void aShortStretchIsTakenAsItIs() {
        long mib = 1 << 20;
        write(mib + 2048, mib + 6144);
        assertThat(ledger.unconfirmedFrom(0, 4 * mib)).hasValue(range(mib + 2048, mib + 6144));
        assertThat(ledger.unconfirmedFrom(0, 2048))
                .as("less than a MiB can't be aligned to one")
                .hasValue(range(mib + 2048, mib + 4096));
    }
}
