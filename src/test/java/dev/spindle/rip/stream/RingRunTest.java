package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What the writer is given for one call. */
@Tag("unit")
final class RingRunTest {
    private static final int MIB = 1 << 20;
    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final Ring ring = new Ring(baton, 16L * MIB, 0, false);

    private void publish(long positionBytes, boolean isFill) {
        Slot slot = ring.tryTake().orElseThrow();
        slot.startAt(positionBytes);
        slot.filled(MIB);
        if (isFill) {
            slot.markFill();
        }
        ring.publish(slot);
    }

    private void publish(int count) {
        for (long i = 0; i < count; i++) {
            publish(i * MIB, false);
        }
    }

    private List<Long> next(long mostMib) {
        return ring.nextToWrite(StopToken.never(), mostMib * MIB).stream()
                .map(slot -> slot.positionBytes() / MIB)
                .toList();
    }

    @Test
    void whileTheDriveBringsMoreItIsHalfOfWhatWaits() {
        publish(5);
        assertThat(next(8)).containsExactly(0L, 1L, 2L);
        assertThat(next(8)).containsExactly(3L);
        assertThat(next(8)).containsExactly(4L);
    }

    @Test
    void atTheEndItIsAllThatIsThere() {
        publish(5);
        ring.close();
        assertThat(next(8)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(next(8)).isEmpty();
    }

    @Test
    void itIsNoMoreThanIsAskedForButForTheFirst() {
        publish(9);
        ring.close();
        assertThat(next(4)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(next(0)).containsExactly(4L);
    }

    /** What is not at a page of the file can't go past its cache with one call. */
    @Test
    void itEndsWhereTheNextOneIsNotAtAPage() {
        int read = 27 * 2352;
        int stride = MIB / read * read;
        var raw = new Ring(baton, 16L * MIB, 0, false, read);
        for (long at = 0; at < 3; at++) {
            Slot slot = raw.tryTake().orElseThrow();
            slot.startAt(at * stride);
            slot.filled(stride);
            raw.publish(slot);
        }
        raw.close();
        assertThat(raw.nextToWrite(StopToken.never(), 8L * MIB)).hasSize(1);
    }

    @Test
    void whatIsPutBackComesNext() {
        publish(4);
        ring.close();
        var run = ring.nextToWrite(StopToken.never(), 3L * MIB);
        ring.putBack(run.subList(1, 3));
        assertThat(next(8)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void itEndsWhereTheNextOneBelongsElsewhere() {
        publish(2);
        publish(5L * MIB, false);
        publish(6L * MIB, false);
        ring.close();
        assertThat(next(8)).containsExactly(0L, 1L);
        assertThat(next(8)).containsExactly(5L, 6L);
    }

    /** What fills a hole and what was read are told apart to the end. */
    @Test
    void itEndsWhereWhatWasReadMeetsWhatWasNot() {
        publish(0, false);
        publish(MIB, true);
        publish(2L * MIB, true);
        publish(3L * MIB, false);
        ring.close();
        assertThat(next(8)).containsExactly(0L);
        assertThat(next(8)).containsExactly(1L, 2L);
        assertThat(next(8)).containsExactly(3L);
    }

    @Test
    void allOfThemAreFreeOnceTheyAreWritten() {
        publish(4);
        ring.close();
        ring.written(ring.nextToWrite(StopToken.never(), 4L * MIB));
        assertThat(ring.fill()).isZero();
        assertThat(ring.backlogBytes()).isZero();
    }
}
