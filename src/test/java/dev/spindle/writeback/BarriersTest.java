package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.mib;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** When a barrier is due, and what it brings. */
@Tag("unit")
final class BarriersTest {
    private static final long EVERY_BYTES = 256L << 20;

    private static Barriers silent(WritebackRig rig) {
        return new Barriers(rig.baton, rig.ledger, (_, _) -> {});
    }

    @Test
    void oneIsDueEvery256MiB() {
        underEachSeed(rig -> {
            var barriers = silent(rig);
            assertThat(barriers.isDue(EVERY_BYTES - 1)).isFalse();
            assertThat(barriers.isDue(EVERY_BYTES)).isTrue();
            var _ = barriers.begin(rig.files(), EVERY_BYTES, rig.giveUp).run(lease(rig));
            assertThat(barriers.isDue(2 * EVERY_BYTES - 1)).isFalse();
            assertThat(barriers.isDue(2 * EVERY_BYTES)).isTrue();
        });
    }

    /** A lease to run work with on this very thread. */
    private static RoleWorker.Lease lease(WritebackRig rig) throws IOException {
        var leases = new ArrayList<RoleWorker.Lease>();
        var _ =
                WritebackRig.value(
                        rig.syncer.call(leases::add, Deadline.never(), StopToken.never()));
        return leases.getFirst();
    }

    @Test
    void oneIsDueAfter15Seconds() {
        underEachSeed(rig -> {
            var barriers = silent(rig);
            rig.sleep(Duration.ofMillis(14_999));
            assertThat(barriers.isDue(1)).isFalse();
            rig.sleep(Duration.ofMillis(1));
            assertThat(barriers.isDue(1)).isTrue();
            var _ = barriers.begin(rig.files(), 1, rig.giveUp).run(lease(rig));
            assertThat(barriers.isDue(2)).isFalse();
            rig.sleep(Duration.ofSeconds(15));
            assertThat(barriers.isDue(2)).isTrue();
        });
    }

    @Test
    void noneIsDueWhereNothingIsNew() {
        underEachSeed(rig -> {
            var barriers = silent(rig);
            rig.sleep(Duration.ofHours(1));
            assertThat(barriers.isDue(0)).isFalse();
            assertThat(barriers.isDue(1)).isTrue();
            assertThat(rig.barrier(barriers)).isTrue();
            rig.sleep(Duration.ofHours(1));
            assertThat(barriers.isDue(0)).isFalse();
        });
    }

    @Test
    void anErrorMakesOneDueAlsoWhereNothingIsNew() {
        underEachSeed(rig -> {
            var barriers = silent(rig);
            rig.ledger.callFailed(
                    rig.ledger.callBegins(mib(0, 1)),
                    new OsException(Errno.EIO, "sync_file_range", "a"));
            assertThat(barriers.isDue(0)).isFalse();
            rig.sleep(Duration.ofSeconds(15));
            assertThat(barriers.isDue(0)).isTrue();
            assertThat(rig.barrier(barriers)).isTrue();
            rig.sleep(Duration.ofSeconds(15));
            assertThat(barriers.isDue(0)).isFalse();
        });
    }

    @Test
    void tellsTheListenerWhatIsDurable() {
        underEachSeed(rig -> {
            List<RangeSet> told = new ArrayList<>();
            var barriers = new Barriers(rig.baton, rig.ledger, (durable, _) -> told.add(durable));
            rig.open(PolicyChoice.plain());
            rig.writeMib(0, 2);
            assertThat(rig.barrier(barriers)).isTrue();
            rig.writeMib(4, 5);
            assertThat(rig.barrier(barriers)).isTrue();
            assertThat(told)
                    .containsExactly(RangeSet.of(mib(0, 2)), RangeSet.of(mib(0, 2), mib(4, 5)));
        });
    }

    @Test
    void aFailedSyncMakesNothingDurableAndLosesTheRest() {
        underEachSeed(rig -> {
            List<RangeSet> told = new ArrayList<>();
            var barriers = new Barriers(rig.baton, rig.ledger, (durable, _) -> told.add(durable));
            rig.open(PolicyChoice.plain());
            rig.writeMib(0, 2);
            rig.storage.fail(CallKind.SYNC_DATA, 1, Errno.EIO);
            assertThat(rig.barrier(barriers)).isFalse();
            assertThat(told).isEmpty();
            assertThat(rig.ledger.status().failing()).isTrue();
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(0, 2)));

            rig.writeMib(0, 2);
            assertThat(rig.barrier(barriers)).isTrue();
            assertThat(rig.ledger.status().failing()).isFalse();
            assertThat(told).containsExactly(RangeSet.of(mib(0, 2)));
        });
    }

    @Test
    void theWaitThatTakesTheErrorFromTheSyncVoidsTheBarrier() {
        underEachSeed(rig -> {
            rig.openFixed(4);
            rig.writeMib(0, 7);
            rig.storage.device().failWrites(WritebackRig.FILE, 1, Errno.EIO);
            // The sync hangs just long enough for the wait to hear of the error first.
            rig.storage.hang(CallKind.SYNC_DATA, 1, Duration.ofSeconds(2));
            var barriers = silent(rig);
            var barrier = rig.syncer.submit(barriers.begin(rig.files(), 7, rig.giveUp));
            rig.later(
                    Duration.ofSeconds(1),
                    () -> {
                        try {
                            rig.file.startWriteback(mib(4, 7));
                        } catch (OsException problem) {
                            throw new AssertionError(problem);
                        }
                        var _ = rig.calls().awaitWriteback(mib(0, 4));
                    });
            var result = rig.syncer.await(barrier, Deadline.never(), StopToken.never());
            assertThat(WritebackRig.value(result)).isFalse();
            assertThat(rig.storage.trace(CallKind.SYNC_DATA).getFirst().isOk()).isTrue();
            assertThat(rig.ledger.durable().isEmpty()).isTrue();
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(0, 7)));
        });
    }

    @Test
    void aListenerThatFailsIsHeardAndItsBarrierIsOwed() {
        underEachSeed(rig -> {
            var isFull = new AtomicBoolean(true);
            var barriers =
                    new Barriers(
                            rig.baton,
                            rig.ledger,
                            (_, _) -> {
                                if (isFull.get()) {
                                    throw new OsException(Errno.ENOSPC, "pwrite", "/out/a.map");
                                }
                            });
            rig.open(PolicyChoice.plain());
            rig.writeMib(0, 2);
            assertThatThrownBy(() -> rig.barrier(barriers)).isInstanceOf(OsException.class);
            // The image is on the device all the same; only the map is not.
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 2)));
            long taken = rig.ledger.status().writtenBytes();
            assertThat(barriers.isDue(taken)).isFalse();
            rig.sleep(Duration.ofSeconds(15));
            assertThat(barriers.isDue(taken)).isTrue();
            isFull.set(false);
            assertThat(rig.barrier(barriers)).isTrue();
            rig.sleep(Duration.ofSeconds(15));
            assertThat(barriers.isDue(taken)).isFalse();
        });
    }

    @Test
    void aStuckWaitDoesNotHoldUpABarrierForGood() {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.AWAIT).nth(1).hangForEver();
            rig.openFixed(4);
            rig.writeMib(0, 12);
            assertThat(rig.secondsOf(r -> assertThat(r.barrier()).isTrue())).isEqualTo(10);
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 12)));
        });
    }
}
