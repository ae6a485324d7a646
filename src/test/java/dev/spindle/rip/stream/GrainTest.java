package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.function.IntToDoubleFunction;

/** How full a buffer is handed on, by what the storage takes of each size. */
@Tag("unit")
final class GrainTest {
    private static final double MB_A_SECOND = 1e-3;

    private final Grain grain = new Grain(Grain.LEAST_BYTES);
    private double nowNanos;

    /** Goes on for so long with a storage that takes so many bytes a nanosecond of each size. */
    private void run(double seconds, IntToDoubleFunction rateOfSize) {
        for (double end = nowNanos + seconds * 1e9; nowNanos < end; ) {
            int bytes = grain.bytes();
            nowNanos += bytes / rateOfSize.applyAsDouble(bytes);
            grain.written((long) nowNanos, bytes);
        }
    }

    @Test
    void aSlowDiskGetsWhatItTakesInAHundredthOfASecond() {
        run(3, size -> 30 * MB_A_SECOND);
        assertThat(grain.bytes()).as("in steps").isEqualTo(512 << 10);
        run(20, size -> 30 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(256 << 10);
        run(20, size -> 10 * MB_A_SECOND);
        assertThat(grain.bytes()).isGreaterThanOrEqualTo(Grain.LEAST_BYTES);
    }

    @Test
    void verySlowOnesGetTheLeast() {
        run(20, size -> 2 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(Grain.LEAST_BYTES);
    }

    @Test
    void aFastStorageGetsWholeBuffers() {
        run(20, size -> 120 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(Slot.BYTES);
    }

    /** What was not written while nobody looked is not held against a size. */
    @Test
    void aTimeWithoutWritesIsNoTrial() {
        run(20, size -> 30 * MB_A_SECOND);
        grain.begin();
        nowNanos += 10e9;
        run(6, size -> 30 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(256 << 10);
    }

    /** A disk that is a little slower once, and then as before. */
    @Test
    void onceIsChance() {
        run(20, size -> 30 * MB_A_SECOND);
        run(2, size -> 28 * MB_A_SECOND);
        run(10, size -> 30 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(256 << 10);
    }

    /** As a memory card does, whose blocks are larger than that. */
    @Test
    void aDiskThatTakesLessOfSmallOnesGetsLargerOnesAgain() {
        IntToDoubleFunction card = size -> (size < 512 << 10 ? 20 : 30) * MB_A_SECOND;
        run(14, card);
        assertThat(grain.bytes()).isEqualTo(512 << 10);
        run(30, card);
        assertThat(grain.bytes()).as("it is not tried again at once").isEqualTo(512 << 10);
    }

    @Test
    void aStorageThatBecomesSlowerByItselfIsJudgedAnewAfterAWhile() {
        run(20, size -> 30 * MB_A_SECOND);
        run(16, size -> 20 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(Slot.BYTES);
        run(120, size -> 20 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(128 << 10);
    }

    @Test
    void oneThatCollapsesGetsWholeBuffersAtOnce() {
        run(20, size -> 30 * MB_A_SECOND);
        run(4.5, size -> 5 * MB_A_SECOND);
        assertThat(grain.bytes()).isEqualTo(Slot.BYTES);
    }

    @Test
    void aWriterThatWaitsForTheDriveGetsLargerOnes() {
        run(20, size -> 30 * MB_A_SECOND);
        grain.writerWaits();
        assertThat(grain.bytes()).isEqualTo(512 << 10);
    }
}
