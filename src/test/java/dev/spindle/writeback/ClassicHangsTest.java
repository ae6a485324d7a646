package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.FILE;
import static dev.spindle.writeback.WritebackRig.await;
import static dev.spindle.writeback.WritebackRig.drop;
import static dev.spindle.writeback.WritebackRig.kick;
import static dev.spindle.writeback.WritebackRig.mib;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What {@code classic} does where a call hangs, and where a stop comes meanwhile. */
@Tag("unit")
final class ClassicHangsTest {
    private static final Duration HANG = Duration.ofSeconds(40);

    @Test
    void aWaitOverThirtySecondsDegradesWithoutEvictingAndKicksGoOn() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.AWAIT, 1, HANG);
            rig.openFixed(4);
            assertThat(rig.secondsOf(r -> r.writeMib(0, 8))).isEqualTo(30);
            assertThat(rig.pipeline().status().degraded()).isTrue();
            assertThat(rig.pipeline().status().reason()).contains("30 s");
            assertThat(rig.flusher.abandoned()).isOne();

            assertThat(rig.secondsOf(r -> r.writeMib(8, 17))).isZero();
            rig.finish();
            assertThat(rig.flushing())
                    .containsExactly(kick(0, 4), kick(4, 8), kick(8, 12), kick(12, 16));

            rig.sleep(Duration.ofSeconds(11));
            assertThat(rig.flusher.abandoned()).isZero();
            assertThat(rig.flushing()).hasSize(5).last().isEqualTo(await(0, 4));
            assertThat(rig.confirmedChunks).isEmpty();
            rig.writeMib(17, 20);
            assertThat(rig.flushing()).hasSize(6).last().isEqualTo(kick(16, 20));
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.pipeline().status().degraded()).isTrue();
        });
    }

    @Test
    void aWaitOfAlmostThirtySecondsDoesNot() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.AWAIT, 1, Duration.ofMillis(29_999));
            rig.openFixed(4);
            rig.writeMib(0, 8);
            assertThat(rig.pipeline().status().degraded()).isFalse();
            assertThat(rig.flushing()).last().isEqualTo(drop(0, 4));
        });
    }

    @Test
    void aTimeoutAtTheEndDegradesToo() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.AWAIT, 1, HANG);
            rig.openFixed(4);
            rig.writeMib(0, 4);
            assertThat(rig.secondsOf(WritebackRig::finish)).isEqualTo(30);
            assertThat(rig.pipeline().status().degraded()).isTrue();
            rig.sleep(HANG);
            assertThat(rig.flushing()).containsExactly(kick(0, 4), await(0, 4));
        });
    }

    @Test
    void theErrorOfAnAbandonedWaitIsStillNoted() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.AWAIT, 1, HANG);
            rig.storage.device().failWritesIn(FILE, mib(4, 5), Errno.EIO);
            rig.openFixed(4);
            rig.writeMib(0, 8);
            assertThat(rig.ledger.status().failing()).isFalse();
            rig.sleep(Duration.ofSeconds(11));
            assertThat(rig.ledger.status().errors()).isOne();
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(0, 8)));
            assertThat(rig.flushing()).doesNotContain(drop(0, 4));
        });
    }

    @Test
    void whatWasRewrittenDuringAStuckWaitIsNotConfirmedByIt() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.AWAIT, 1, HANG);
            rig.openFixed(4);
            rig.writeMib(0, 8);
            rig.writeMib(1, 2);
            rig.sleep(Duration.ofSeconds(11));
            assertThat(rig.ledger.status().confirmedBytes()).isEqualTo(3L * WritebackRig.MIB);
        });
    }

    @Test
    void aStopDuringAWaitNeitherDegradesNorEvicts() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.AWAIT, 1, HANG);
            rig.openFixed(4);
            rig.later(Duration.ofSeconds(5), rig.giveUp::stop);
            double seconds =
                    rig.secondsOf(r ->
                            assertThatThrownBy(() -> r.writeMib(0, 8))
                                    .isInstanceOf(WritebackStoppedException.class));
            assertThat(seconds).isEqualTo(5);
            assertThat(rig.pipeline().status().degraded()).isFalse();
            assertThat(rig.flusher.abandoned()).isZero();
            rig.sleep(HANG);
            assertThat(rig.flushing()).containsExactly(kick(0, 4), kick(4, 8), await(0, 4));
        });
    }

    @Test
    void aStopDuringAKickEndsTheWrite() {
        underEachSeed(rig -> {
            rig.storage.hang(CallKind.KICK, 1, HANG);
            rig.openFixed(4);
            rig.later(Duration.ofSeconds(5), rig.giveUp::stop);
            assertThatThrownBy(() -> rig.writeMib(0, 4))
                    .isInstanceOf(WritebackStoppedException.class);
            assertThat(rig.pipeline().status().degraded()).isFalse();
        });
    }
}
