package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The founding system's rule for the size of a chunk. */
@Tag("unit")
final class P95ControllerTest {
    private static final long MIB = 1 << 20;

    private static P95Controller after(long startBytes, int waits, long millis) {
        var controller = new P95Controller(startBytes);
        feed(controller, waits, millis);
        return controller;
    }

    private static ChunkTiming millis(long millis) {
        return new ChunkTiming(MIB, millis * 1_000_000, millis * 1_000_000);
    }

    private static void feed(P95Controller controller, int waits, long millis) {
        for (int i = 0; i < waits; i++) {
            controller.waited(millis(millis));
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 32", "201, 64", "20, 32", "19, 16", "100, 32", "0, 16"})
    void decidesAtTheSixteenthWait(long millis, long mebibytes) {
        assertThat(after(32 * MIB, 15, millis).chunkBytes()).isEqualTo(32 * MIB);
        assertThat(after(32 * MIB, 15, millis).p95Millis()).isEmpty();
        assertThat(after(32 * MIB, 16, millis).chunkBytes()).isEqualTo(mebibytes * MIB);
        assertThat(after(32 * MIB, 16, millis).p95Millis()).hasValue(millis);
    }

    @Test
    void looksAtTheSecondLongestOfSixteen() {
        var one = after(32 * MIB, 15, 100);
        one.waited(millis(5000));
        assertThat(one.chunkBytes()).isEqualTo(32 * MIB);
        assertThat(one.p95Millis()).hasValue(100);
        one.waited(millis(201));
        assertThat(one.p95Millis()).hasValue(201);
        assertThat(one.chunkBytes()).isEqualTo(64 * MIB);
    }

    @Test
    void keepsItsWindowOverAChange() {
        var controller = after(32 * MIB, 16, 300);
        assertThat(controller.chunkBytes()).isEqualTo(64 * MIB);
        // The old waits still fill the window: the very next wait decides again.
        controller.waited(millis(1));
        assertThat(controller.chunkBytes()).isEqualTo(128 * MIB);
        feed(controller, 13, 100);
        assertThat(controller.p95Millis()).hasValue(300);
        controller.waited(millis(100));
        assertThat(controller.p95Millis()).hasValue(100);
    }

    @Test
    void staysWithinItsBounds() {
        assertThat(after(32 * MIB, 100, 9000).chunkBytes()).isEqualTo(256 * MIB);
        assertThat(after(32 * MIB, 100, 1).chunkBytes()).isEqualTo(4 * MIB);
        assertThat(after(200 * MIB, 16, 9000).chunkBytes()).isEqualTo(256 * MIB);
        assertThat(after(6 * MIB, 16, 1).chunkBytes()).isEqualTo(4 * MIB);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 300, 1024})
    void keepsAStartOutsideItsBoundsUntilTheRuleMovesIt(long mebibytes) {
        assertThat(after(mebibytes * MIB, 1000, 100).chunkBytes()).isEqualTo(mebibytes * MIB);
    }

    @Test
    void isNeverMovedAgainstTheRule() {
        assertThat(after(MIB, 100, 1).chunkBytes()).isEqualTo(MIB);
        assertThat(after(MIB, 16, 300).chunkBytes()).isEqualTo(2 * MIB);
        assertThat(after(1024 * MIB, 100, 300).chunkBytes()).isEqualTo(1024 * MIB);
        assertThat(after(1024 * MIB, 16, 1).chunkBytes()).isEqualTo(512 * MIB);
        assertThat(after(Long.MAX_VALUE, 100, 300).chunkBytes()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void equalsTheRuleTakenWordByWord() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var controller = new P95Controller(32 * MIB);
            long expected = 32;
            var all = new long[300];
            for (int i = 0; i < all.length; i++) {
                all[i] = random.nextInt(3) == 0 ? random.nextInt(400) : random.nextInt(40);
                controller.waited(millis(all[i]));
                if (i >= 15) {
                    long[] last = Arrays.copyOfRange(all, i - 15, i + 1);
                    Arrays.sort(last);
                    expected =
                            last[14] > 200
                                    ? Math.min(256, 2 * expected)
                                    : last[14] < 20 ? Math.max(4, expected / 2) : expected;
                }
                assertThat(controller.chunkBytes())
                        .as("seed %d, wait %d", seed, i)
                        .isEqualTo(expected * MIB);
            }
        }
    }

    @Test
    void fixedNeverChanges() {
        var controller = new FixedController(8 * MIB);
        controller.waited(millis(100_000));
        assertThat(controller.chunkBytes()).isEqualTo(8 * MIB);
        assertThat(controller.p95Millis()).isEmpty();
        assertThat(controller.name()).isEqualTo("fixed");
    }
}
