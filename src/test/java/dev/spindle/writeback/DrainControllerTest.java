package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.MemoryLimits;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The sizes of chunks, windows and budgets. */
@Tag("unit")
final class DrainControllerTest {
    private static final long MIB = 1 << 20;
    private static final long BUDGET = 64 * MIB;

    private static ChunkTiming timing(long bytes, double seconds) {
        long nanos = Math.round(seconds * 1e9);
        return new ChunkTiming(bytes, nanos, nanos);
    }

    /** Feeds waits as a device of this rate causes them. */
    private static DrainController after(long startBytes, int waits, double bytesPerSecond) {
        var controller = new DrainController(startBytes, MIB, BUDGET);
        for (int i = 0; i < waits; i++) {
            long bytes = controller.chunkBytes();
            controller.waited(timing(bytes, bytes / bytesPerSecond));
        }
        return controller;
    }

    @Test
    void theChunkIsWhatTheDeviceTakesInATenthOfASecond() {
        assertThat(after(4 * MIB, 20, 30e6).chunkBytes()).isEqualTo(3 * MIB);
        assertThat(after(4 * MIB, 60, 100e6).chunkBytes()).isBetween(8 * MIB, 10 * MIB);
        assertThat(after(4 * MIB, 20, 2e6).chunkBytes()).isEqualTo(MIB);
    }

    @Test
    void itIsAtMostAQuarterOfTheBudgetAndNeverRunsAway() {
        var random = new SplittableRandom(42);
        for (int run = 0; run < 200; run++) {
            double rate = 1e6 * Math.pow(2000, random.nextDouble());
            var controller = after(4 * MIB, 100, rate);
            assertThat(controller.chunkBytes()).isBetween(MIB, BUDGET / 4);
            assertThat(controller.chunkBytes() / rate)
                    .as("wait in seconds at %.0f B/s", rate)
                    .isLessThan(Math.max(0.14, MIB / rate * 1.01));
        }
    }

    @Test
    void aSlowerDeviceCountsAtOnceAndAFasterOneSlowly() {
        var controller = after(16 * MIB, 30, 160e6);
        long before = controller.chunkBytes();
        controller.waited(timing(before, before / 20e6));
        assertThat(controller.chunkBytes()).isEqualTo(2 * MIB);
        controller.waited(timing(2 * MIB, 2 * MIB / 160e6));
        assertThat(controller.chunkBytes()).isLessThan(before / 2);
    }

    @Test
    void aCacheThatTakesASecondAtAnySpeedDoesNotMakeChunksThatStallBehindIt() {
        var controller = new DrainController(4 * MIB, MIB, BUDGET);
        for (long taken = 0; taken < 200 * MIB; taken += controller.chunkBytes()) {
            controller.waited(timing(controller.chunkBytes(), controller.chunkBytes() / 400e6));
        }
        assertThat(controller.chunkBytes()).isLessThanOrEqualTo(6 * MIB);
    }

    @Test
    void whatHoldsForSecondsIsNoCache() {
        var controller = new DrainController(4 * MIB, MIB, BUDGET);
        double seconds = 0;
        while (seconds < 4) {
            seconds += controller.chunkBytes() / 200e6;
            controller.waited(timing(controller.chunkBytes(), controller.chunkBytes() / 200e6));
        }
        assertThat(controller.chunkBytes()).isEqualTo(16 * MIB);
    }

    @Test
    void afterADipItGrowsFromTheSizeOfTheDip() {
        var controller = after(16 * MIB, 100, 160e6);
        controller.waited(timing(MIB, MIB / 10e6));
        for (int i = 0; i < 10; i++) {
            controller.waited(timing(MIB, 0.01));
        }
        assertThat(controller.chunkBytes()).as("a tenth of a second later").isLessThan(3 * MIB);
    }

    @Test
    void aServerIsNeverAskedToConfirmLittle() {
        var controller = new DrainController(4 * MIB, DrainController.LEAST_NETWORK_BYTES, BUDGET);
        assertThat(controller.chunkBytes()).isEqualTo(8 * MIB);
        for (int i = 0; i < 10; i++) {
            controller.waited(timing(8 * MIB, 0.8));
        }
        assertThat(controller.chunkBytes()).as("at 10 MB/s").isEqualTo(8 * MIB);
        assertThat(
                        new DrainController(4 * MIB, DrainController.LEAST_NETWORK_BYTES, 8 * MIB)
                                .chunkBytes())
                .as("a small budget comes first")
                .isEqualTo(2 * MIB);
    }

    @Test
    void onlyWaitsThatBlockedTellSomething() {
        var controller = new DrainController(4 * MIB, MIB, BUDGET);
        controller.waited(timing(4 * MIB, 0.005));
        controller.waited(new ChunkTiming(0, 1_000_000_000, 1_000_000_000));
        controller.waited(new ChunkTiming(4 * MIB, 1_000_000_000, 0));
        assertThat(controller.chunkBytes()).isEqualTo(4 * MIB);
        assertThat(controller.p95Millis()).isEmpty();
        assertThat(controller.name()).isEqualTo("drain");
    }

    @Test
    void smallChangesOfTheRateMoveNothing() {
        var controller = after(4 * MIB, 10, 42e6);
        long size = controller.chunkBytes();
        for (double rate : new double[] {36e6, 45e6, 38e6, 50e6, 41e6}) {
            controller.waited(timing(size, size / rate));
            assertThat(controller.chunkBytes()).isEqualTo(size);
        }
    }

    @Test
    void theWindowGrowsAtOnceAndShrinksByHalfOfWhatDrains() {
        var window = new WriteWindow(BUDGET, 4 * MIB);
        assertThat(window.bytes()).isEqualTo(12 * MIB);
        window.confirmed(4 * MIB, 16 * MIB);
        assertThat(window.bytes()).isEqualTo(48 * MIB);
        window.confirmed(16 * MIB, 2 * MIB);
        assertThat(window.bytes()).isEqualTo(40 * MIB);
        window.confirmed(200 * MIB, 2 * MIB);
        assertThat(window.bytes()).isEqualTo(6 * MIB);
        window.confirmed(MIB, 64 * MIB);
        assertThat(window.bytes()).as("never more than the budget").isEqualTo(BUDGET);
    }

    @Test
    void theBudgetIsAtMostAQuarterOfWhatTheMachineAllows() {
        assertThat(budget(OptionalLong.empty(), 8L << 30, OptionalLong.of(2L << 30)))
                .isEqualTo(BUDGET);
        assertThat(budget(OptionalLong.empty(), 8L << 30, OptionalLong.of(100 * MIB)))
                .isEqualTo(25 * MIB);
        assertThat(budget(OptionalLong.of(300 * MIB), 512 * MIB, OptionalLong.empty()))
                .isEqualTo(128 * MIB);
        assertThat(budget(OptionalLong.of(MIB), 8L << 30, OptionalLong.of(MIB)))
                .isEqualTo(BudgetRule.LEAST_BYTES);
    }

    private static long budget(OptionalLong asked, long memory, OptionalLong dirty) {
        return BudgetRule.bytes(asked, new MemoryLimits(memory, dirty));
    }
}
