package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.stream.WriteRetry;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.RangeLedger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

/** When a storage that loses the same bytes again is no longer given them. */
@Tag("unit")
final class LossCountTest {
    private static final ByteRange DURABLE = ByteRange.at(0, 4096);
    private static final ByteRange ELSEWHERE = ByteRange.at(1 << 20, 4096);

    private final RangeLedger ledger =
            new RangeLedger(new BatonConcurrency(1, Duration.ofHours(1)), RangeSet.of(DURABLE));
    private final LossCount count = new LossCount(ledger);

    private void lose(int times, ByteRange range, Errno errno) {
        for (int i = 0; i < times; i++) {
            ledger.allMayBeLost(new OsException(errno, "fdatasync", "/x"));
            count.add(RangeSet.of(range), true);
        }
    }

    @Test
    void itIsGivenUpAfterTheTwelfthRepeat() {
        lose(12, ELSEWHERE, Errno.EIO);
        assertThat(count.lastingFailure()).isEmpty();
        lose(1, ELSEWHERE, Errno.EIO);
        assertThat(count.lastingFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("/x"));
    }

    @Test
    void aServerThatIsAwayIsWaitedForLonger() {
        lose(WriteRetry.TRIES_OF_ONE_AWAY, ELSEWHERE, Errno.ETIMEDOUT);
        assertThat(count.lastingFailure()).isEmpty();
        lose(1, ELSEWHERE, Errno.ETIMEDOUT);
        assertThat(count.lastingFailure()).isPresent();
    }

    @Test
    void otherBytesAreNoRepeat() {
        lose(12, ELSEWHERE, Errno.EIO);
        lose(1, ByteRange.at(2 << 20, 4096), Errno.EIO);
        lose(1, ELSEWHERE, Errno.EIO);
        assertThat(count.lastingFailure()).isEmpty();
    }

    /** What became durable meanwhile was not lost before. */
    @Test
    void whatIsDurableIsNoRepeat() {
        lose(20, DURABLE, Errno.EIO);
        assertThat(count.lastingFailure()).isEmpty();
    }

    @Test
    void whatOnlyTheExchangeOfTheFileLostIsNotCounted() {
        for (int i = 0; i < 20; i++) {
            ledger.allMayBeLost(new OsException(Errno.EIO, "fdatasync", "/x"));
            count.add(RangeSet.of(ELSEWHERE), false);
        }
        assertThat(count.lastingFailure()).isEmpty();
    }

    @Test
    void theStorageIsLeftAloneForLongerEachTime() {
        assertThat(count.pause()).isEqualTo(Duration.ofMillis(500));
        lose(3, ELSEWHERE, Errno.EIO);
        assertThat(count.pause()).isEqualTo(Duration.ofSeconds(2));
        lose(9, ELSEWHERE, Errno.EIO);
        assertThat(count.pause()).isEqualTo(Duration.ofMillis(3200));
    }

    @Test
    void aShareThatIsFullIsToldOnceUntilItFailsAgain() {
        assertThat(count.full()).isEmpty();
        lose(1, ELSEWHERE, Errno.ENOSPC);
        assertThat(count.full()).map(OsException::errno).contains(Errno.ENOSPC);
        count.waited();
        assertThat(count.full()).isEmpty();
        lose(1, ELSEWHERE, Errno.EDQUOT);
        assertThat(count.full()).map(OsException::errno).contains(Errno.EDQUOT);
        lose(1, ELSEWHERE, Errno.EIO);
        assertThat(count.full()).isEmpty();
    }

    @Test
    void aWaitForRoomCountsAnew() {
        lose(13, ELSEWHERE, Errno.EIO);
        count.waited();
        assertThat(count.lastingFailure()).isEmpty();
        assertThat(count.pause()).isEqualTo(Duration.ofMillis(500));
    }

    /** Contents that don't come back as they were written have no error number. */
    @Test
    void anErrorWithoutANumberIsToldInWords() {
        for (int i = 0; i < 13; i++) {
            ledger.foundMissing(RangeSet.of(ELSEWHERE), new IOException("gone"));
            count.add(RangeSet.of(ELSEWHERE), true);
        }
        assertThat(count.lastingFailure())
                .contains("the storage loses the same bytes again and again");
    }
}
