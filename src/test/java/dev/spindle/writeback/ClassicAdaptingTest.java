package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.underEachSeed;
import static dev.spindle.writeback.WritebackRig.underSeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The size of the chunks that go to the device, under {@code p95} and scripted waits. */
@Tag("unit")
final class ClassicAdaptingTest {
    private static List<Long> kickedMib(WritebackRig rig) {
        return rig.storage.trace(CallKind.KICK).stream()
                .map(entry -> entry.range().lengthBytes() / MIB)
                .toList();
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1000 * micros);
    }

    /** 16 waits just short, some neither short nor long, two long ones, then on the edge. */
    private static Duration cost(long wait) {
        if (wait <= 16) {
            return micros(19_900);
        }
        if (wait <= 20) {
            return micros(20_000);
        }
        return wait <= 22 ? micros(201_000) : micros(200_900);
    }

    @Test
    void followsTheRuleDownAndUp() {
        for (long seed = 1; seed <= 2; seed++) {
            underSeed(
                    seed,
                    rig -> {
                        rig.storage.on(CallKind.AWAIT).cost(ClassicAdaptingTest::cost);
                        rig.openP95(8 * MIB);
                        rig.writeMib(0, 17 * 8 + 6 * 4 + 8 + 16);

                        var expected = new ArrayList<>(Collections.nCopies(17, 8L));
                        expected.addAll(Collections.nCopies(6, 4L));
                        expected.addAll(List.of(8L, 16L));
                        assertThat(kickedMib(rig)).isEqualTo(expected);
                    });
        }
    }

    @Test
    void takesTheTimeOfTheWaitAloneInWholeMilliseconds() {
        underEachSeed(rig -> {
            // Evicting and kicking cost more than the limit: they must not count.
            rig.storage.cost(CallKind.DROP, Duration.ofMillis(500));
            rig.storage.cost(CallKind.KICK, Duration.ofMillis(500));
            rig.storage.cost(CallKind.AWAIT, micros(200_900));
            rig.openP95(MIB);
            rig.writeMib(0, 20);
            assertThat(kickedMib(rig)).hasSize(20).containsOnly(1L);
        });
    }

    @Test
    void doesNotTellTheControllerOfTheLastWait() {
        underEachSeed(rig -> {
            rig.storage.cost(CallKind.AWAIT, Duration.ofMillis(300));
            rig.openP95(MIB);
            // 15 waits, and the sixteenth at the end.
            rig.writeMib(0, 16);
            rig.finish();
            assertThat(rig.storage.trace(CallKind.AWAIT)).hasSize(16);
            assertThat(rig.pipeline().status().chunkBytes()).isEqualTo(MIB);
            rig.writeMib(16, 18);
            assertThat(rig.pipeline().status().chunkBytes()).isEqualTo(2 * MIB);
        });
    }
}
