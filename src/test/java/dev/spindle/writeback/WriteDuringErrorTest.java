package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

/** An error that is reported while a write call runs may be about the pages of that very call. */
@Tag("unit")
final class WriteDuringErrorTest {
    private static final ByteRange FIRST = new ByteRange(0, 100);
    private static final ByteRange SECOND = new ByteRange(100, 200);

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final RangeLedger ledger = new RangeLedger(baton, new RangeSet());

    private RangeSet barrier() {
        var begun = ledger.beginBarrier();
        return ledger.endBarrier(begun, baton.in(Duration.ofSeconds(1)), StopToken.never())
                .orElseThrow();
    }

    @Test
    void itsBytesCountAsLostOnceItReturns() {
        ledger.writeBegins(FIRST);
        ledger.writebackFailed(new IOException("lost"));
        assertThat(ledger.takeLost().isEmpty()).isTrue();
        ledger.writeReturned(FIRST);
        assertThat(ledger.takeLost()).isEqualTo(RangeSet.of(FIRST));
        assertThat(barrier().isEmpty()).isTrue();
    }

    @Test
    void writtenAgainTheyCountAgain() {
        ledger.writeBegins(FIRST);
        ledger.writebackFailed(new IOException("lost"));
        ledger.writeReturned(FIRST);
        ledger.writeBegins(FIRST);
        ledger.writeReturned(FIRST);
        assertThat(barrier()).isEqualTo(RangeSet.of(FIRST));
    }

    @Test
    void aLaterWriteIsNotDoubted() {
        ledger.writeBegins(FIRST);
        ledger.writeReturned(FIRST);
        ledger.writebackFailed(new IOException("lost"));
        ledger.writeBegins(SECOND);
        ledger.writeReturned(SECOND);
        assertThat(ledger.takeLost()).isEqualTo(RangeSet.of(FIRST));
        assertThat(barrier()).isEqualTo(RangeSet.of(SECOND));
    }
}
