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
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.range.RangeSet;
import dev.spindle.run.CallResult;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What {@code classic} does where a call fails or is missing. */
@Tag("unit")
final class ClassicFaultsTest {
    /** Counts what it is told. */
    private static final class Listening implements ChunkController {
        private final List<Long> waits = new ArrayList<>();

        @Override
        public String name() {
            return "listening";
        }

        @Override
        public long chunkBytes() {
            return 4L * WritebackRig.MIB;
        }

        @Override
        public void waited(ChunkTiming timing) {
            waits.add(timing.waitMillis());
        }

        @Override
        public OptionalLong p95Millis() {
            return OptionalLong.empty();
        }
    }

    @Test
    void aFailedWaitKeepsThePagesLosesAllThatIsNotDurableAndIsNotMeasured() {
        underEachSeed(rig -> {
            var controller = new Listening();
            rig.open(controller);
            rig.writeMib(0, 6);
            assertThat(rig.barrier()).isTrue();
            rig.storage.cost(CallKind.AWAIT, Duration.ofMillis(70));
            rig.storage.fail(CallKind.AWAIT, 1, Errno.EIO);
            rig.writeMib(6, 10);
            assertThat(rig.flushing())
                    .containsExactly(kick(0, 4), "SYNC_DATA", kick(4, 8), await(0, 4));
            assertThat(controller.waits).isEmpty();
            assertThat(rig.ledger.status().failing()).isTrue();
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 6)));
            // The wait came after the write of 7..8: what was written later is not touched.
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(6, 8)));

            rig.writeMib(10, 12);
            assertThat(rig.flushing()).endsWith(kick(8, 12), await(4, 8), drop(4, 8));
            assertThat(controller.waits).containsExactly(70L);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Errno.class,
            names = {"ENOSYS", "EOPNOTSUPP", "ESPIPE", "EINVAL", "EPERM"})
    void aFileSystemWithoutTheCallIsAskedOnceAndLosesNothing(Errno errno) {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.KICK).fail(errno);
            rig.openFixed(4);
            rig.writeMib(0, 16);
            rig.finish();
            assertThat(rig.flushing()).containsExactly(kick(0, 4));
            var status = rig.pipeline().status();
            assertThat(status.reason()).contains("sync_file_range");
            assertThat(status.degraded()).isFalse();
            assertThat(rig.ledger.status().errors()).isZero();
            assertThat(rig.ledger.takeLost().isEmpty()).isTrue();
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 16)));
        });
    }

    @Test
    void aWaitThatIsMissingIsNotAskedForAgainEither() {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.AWAIT).fail(Errno.EOPNOTSUPP);
            rig.openFixed(4);
            rig.writeMib(0, 16);
            rig.finish();
            assertThat(rig.flushing()).containsExactly(kick(0, 4), kick(4, 8), await(0, 4));
            assertThat(rig.ledger.takeLost().isEmpty()).isTrue();
        });
    }

    @Test
    void aKickThatFailsLosesWhatIsNotDurable() {
        underEachSeed(rig -> {
            rig.storage.fail(CallKind.KICK, 1, Errno.ENOSPC);
            rig.openFixed(4);
            rig.writeMib(0, 4);
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(0, 4)));
            rig.writeMib(4, 8);
            assertThat(rig.flushing()).endsWith(kick(4, 8), await(0, 4), drop(0, 4));
        });
    }

    @Test
    void anEvictionThatFailsIsNoFault() {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.DROP).fail(Errno.EIO);
            rig.openFixed(4);
            rig.writeMib(0, 12);
            rig.finish();
            assertThat(rig.storage.trace(CallKind.DROP)).hasSize(3);
            assertThat(rig.ledger.status().errors()).isZero();
            assertThat(rig.confirmedChunks).hasSize(3);
        });
    }

    @Test
    void faultDuringChunkNPlus2ThatTheWaitOnChunkNReportsFirst() {
        underEachSeed(rig -> {
            rig.open(new Listening());
            rig.writeMib(0, 3);
            assertThat(rig.barrier()).isTrue();
            rig.writeMib(3, 11);
            // The kernel writes chunk n+2 by itself, and that goes wrong.
            rig.storage.device().failWritesIn(FILE, mib(9, 10), Errno.EIO);
            rig.file.startWriteback(mib(8, 11));
            assertThat(rig.calls().awaitWriteback(mib(4, 8))).isInstanceOf(CallResult.Failed.class);
            assertThat(rig.calls().awaitWriteback(mib(8, 11)))
                    .isInstanceOf(CallResult.Returned.class);

            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 3)));
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(3, 11)));
            var status = rig.ledger.status();
            assertThat(status.confirmedBytes()).isEqualTo(3L * WritebackRig.MIB);
            assertThat(status.failing()).isTrue();
        });
    }

    @Test
    void aWriteThatFailsForGoodLeavesNothingClaimed() {
        underEachSeed(rig -> {
            rig.openFixed(4);
            rig.writeMib(0, 2);
            assertThat(rig.barrier()).isTrue();
            rig.storage.on(CallKind.WRITE).fromOffset(mib(3, 4).startBytes()).fail(Errno.ENOSPC);
            assertThatThrownBy(() -> rig.writeMib(2, 4)).isInstanceOf(OsException.class);
            assertThat(rig.ledger.status().writtenBytes()).isEqualTo(3L * WritebackRig.MIB);
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 3)));
            assertThat(rig.ledger.takeLost().isEmpty()).isTrue();
        });
    }

    @Test
    void aWriteThatIsRepeatedAfterASeekSeeksOnce() {
        underEachSeed(rig -> {
            rig.openFixed(4);
            rig.writeMib(0, 4);
            rig.storage.fail(CallKind.WRITE, 1, Errno.EIO);
            assertThatThrownBy(() -> rig.writeMib(20, 21)).isInstanceOf(OsException.class);
            rig.writeMib(20, 24);
            assertThat(rig.flushing())
                    .containsExactly(kick(0, 4), await(0, 4), drop(0, 4), kick(20, 24));
        });
    }
}
