package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.mib;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.range.RangeSet;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@code steady} does to a file that behaves. */
@Tag("unit")
final class SteadySequenceTest {
    private static final long SLOW_BYTES_PER_SECOND = 30_000_000;

    private static PolicyChoice fixed(long chunkMib, Mechanism mechanism) {
        return new PolicyChoice(
                Policy.STEADY,
                Controller.FIXED,
                OptionalLong.of(chunkMib * MIB),
                Optional.of(mechanism),
                OptionalLong.empty());
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void everythingIsConfirmedAndNothingStaysCached(Mechanism mechanism) {
        underEachSeed(rig -> {
            rig.storage.device().rate(SLOW_BYTES_PER_SECOND);
            rig.openSteady(PolicyChoice.steady(mechanism));
            rig.writeMib(0, 40);
            rig.write(40L * MIB, 2048);
            rig.finish();
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
            assertThat(rig.storage.insight().dirtyBytes(WritebackRig.FILE)).isZero();
            assertThat(rig.storage.insight().cleanCachedBytes(WritebackRig.FILE)).isZero();
            assertThat(rig.pipeline().status().mechanism()).isEqualTo(mechanism.text());
            assertThat(rig.pipeline().status().reason()).isEqualTo("asked for");
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.ledger.durable().sizeBytes()).isEqualTo(40L * MIB + 2048);
        });
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void theWriterNeverWaitsLongForASlowDevice(Mechanism mechanism) {
        underEachSeed(rig -> {
            rig.storage.device().rate(SLOW_BYTES_PER_SECOND);
            rig.openSteady(PolicyChoice.steady(mechanism));
            for (int i = 0; i < 100; i++) {
                int at = i;
                double seconds = rig.secondsOf(same -> same.writeMib(at, at + 1));
                // A sync of the file takes the whole window, four chunks of 100 ms each.
                assertThat(seconds).as("write " + i).isLessThan(0.5);
            }
            assertThat(rig.ledger.status().peakUnconfirmedBytes())
                    .isLessThanOrEqualTo(BudgetRule.DEFAULT_BYTES);
        });
    }

    @Test
    void atMostOneChunkIsKickedAhead() {
        underEachSeed(rig -> {
            rig.storage.device().rate(SLOW_BYTES_PER_SECOND);
            rig.openSteady(fixed(4, Mechanism.RANGE));
            rig.writeMib(0, 32);
            rig.finish();
            int kicked = 0;
            int confirmed = 0;
            for (var entry : rig.storage.trace()) {
                kicked += entry.kind() == CallKind.KICK ? 1 : 0;
                confirmed += entry.kind() == CallKind.WRITE_AND_WAIT ? 1 : 0;
                assertThat(kicked - confirmed).isBetween(-1, 2);
            }
            assertThat(rig.storage.trace(CallKind.AWAIT))
                    .as("WAIT_AFTER alone is no proof")
                    .isEmpty();
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    @Test
    void theBudgetBoundsWhatIsUnconfirmedWhileTheDeviceStandsStill() {
        underEachSeed(rig -> {
            rig.openSteady(
                    new PolicyChoice(
                            Policy.STEADY,
                            Controller.FIXED,
                            OptionalLong.of(4 * MIB),
                            Optional.of(Mechanism.RANGE),
                            OptionalLong.of(8 * MIB)));
            rig.storage.device().freeze();
            rig.later(Duration.ofSeconds(45), () -> rig.storage.device().thaw());
            double seconds = rig.secondsOf(same -> same.writeMib(0, 12));
            assertThat(seconds).isBetween(45.0, 46.0);
            assertThat(rig.ledger.status().peakUnconfirmedBytes()).isEqualTo(8L * MIB);
            rig.finish();
            assertThat(rig.ledger.status().errors()).isZero();
        });
    }

    @Test
    void aFewBytesAreConfirmedWithoutWaitingForAChunk() {
        underEachSeed(rig -> {
            rig.openSteady(PolicyChoice.steady(Mechanism.RANGE));
            rig.write(0, 2048);
            rig.sleep(SteadyFlusher.MOST_AGE.plusSeconds(1));
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    @Test
    void aSeekCostsNothingAndLeavesNoTail() {
        underEachSeed(rig -> {
            rig.storage.device().rate(SLOW_BYTES_PER_SECOND);
            rig.openSteady(fixed(8, Mechanism.RANGE));
            rig.writeMib(0, 3);
            double seconds = rig.secondsOf(same -> same.writeMib(20, 21));
            assertThat(seconds).isLessThan(0.001);
            rig.finish();
            assertThat(rig.storage.insight().cleanCachedBytes(WritebackRig.FILE)).isZero();
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 3), mib(20, 21)));
        });
    }

    @Test
    void whileItIsHeldNothingNewIsStarted() {
        underEachSeed(rig -> {
            rig.openSteady(fixed(4, Mechanism.RANGE));
            rig.pipeline().hold(true);
            rig.writeMib(0, 8);
            rig.sleep(Duration.ofSeconds(60));
            assertThat(rig.flushing()).isEmpty();
            rig.pipeline().hold(false);
            rig.finish();
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    @Test
    void aStopEndsTheWaitForTheBudget() {
        underEachSeed(rig -> {
            rig.openSteady(PolicyChoice.steady(Mechanism.RANGE));
            rig.storage.device().freeze();
            rig.later(Duration.ofSeconds(1), rig.giveUp::stop);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> rig.writeMib(0, 200))
                    .isInstanceOf(WritebackStoppedException.class);
        });
    }
}
