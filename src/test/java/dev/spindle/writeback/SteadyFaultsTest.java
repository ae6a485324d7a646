package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.FILE;
import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.mib;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.OptionalLong;

/** What {@code steady} does where the storage loses writes. */
@Tag("unit")
final class SteadyFaultsTest {
    private static PolicyChoice fixed(Mechanism mechanism) {
        return new PolicyChoice(
                Policy.STEADY,
                Controller.FIXED,
                OptionalLong.of(4 * MIB),
                Optional.of(mechanism),
                OptionalLong.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mechanism.class,
            names = {"DONTCACHE", "RANGE", "DATASYNC"})
    void anErrorTakesEverythingThatIsNotDurable(Mechanism mechanism) {
        underEachSeed(rig -> {
            rig.openSteady(fixed(mechanism));
            rig.writeMib(0, 8);
            rig.finish();
            assertThat(rig.barrier()).isTrue();
            rig.storage.device().failWrites(FILE, 1, Errno.EIO);
            rig.writeMib(8, 16);
            rig.finish();
            assertThat(rig.ledger.status().failing()).isTrue();
            assertThat(rig.ledger.status().errors()).isPositive();
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 8)));
            var lost = rig.ledger.takeLost();
            assertThat(lost.intersection(mib(0, 8)).isEmpty()).isTrue();
            assertThat(lost.isEmpty()).isFalse();
        });
    }

    @Test
    void faultDuringChunkNPlus2ThatTheWaitOnChunkNReportsFirst() {
        underEachSeed(rig -> {
            rig.openSteady(fixed(Mechanism.RANGE));
            rig.pipeline().hold(true);
            rig.writeMib(0, 12);
            // The kernel writes chunk n+2 by itself, and that goes wrong.
            rig.storage.device().failWritesIn(FILE, mib(9, 10), Errno.EIO);
            rig.file.startWriteback(mib(8, 12));
            rig.storage.device().heal();
            rig.pipeline().hold(false);
            rig.finish();
            // The wait on chunk n told it; what was told of n+2 afterwards proves nothing.
            assertThat(rig.confirmedChunks).doesNotContain(mib(8, 12));
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(0, 12)));
            assertThat(rig.ledger.status().confirmedBytes()).isZero();

            // Written again, by way of a barrier on both descriptions, all is well.
            rig.file.discard(mib(0, 12));
            rig.writeMib(0, 12);
            rig.finish();
            boolean first = rig.barrier();
            assertThat(first || rig.barrier())
                    .as("the other description tells the old error once more")
                    .isTrue();
        });
    }

    @Test
    void theOtherDescriptionTellsAnErrorThatTheFirstHasSwallowed() {
        underEachSeed(rig -> {
            rig.openSteady(fixed(Mechanism.RANGE));
            rig.writeMib(0, 4);
            rig.finish();
            rig.storage.device().failWrites(FILE, 1, Errno.EIO);
            rig.writeMib(4, 5);
            rig.file.startWriteback(mib(4, 5));
            // Somebody else's call on the sync description has eaten the report.
            assertThatThrownBy(() -> rig.files().sync().awaitWriteback(mib(4, 5)))
                    .isInstanceOf(OsException.class);
            assertThat(rig.barrier()).as("the data description knows it still").isFalse();
            assertThat(rig.ledger.takeLost()).isEqualTo(RangeSet.of(mib(0, 5)));
        });
    }

    @Test
    void onlyAFailedDirectWriteNamesItsRange() {
        underEachSeed(rig -> {
            rig.openSteady(fixed(Mechanism.DIRECT));
            rig.writeMib(0, 8);
            rig.storage.device().failWrites(FILE, 1, Errno.EIO);
            assertThatThrownBy(() -> rig.writeMib(8, 9)).isInstanceOf(OsException.class);
            assertThat(rig.ledger.takeLost().isEmpty()).isTrue();
            assertThat(rig.ledger.status().failing()).isFalse();
            rig.writeMib(8, 9);
            rig.finish();
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.ledger.durable()).isEqualTo(RangeSet.of(mib(0, 9)));
        });
    }

    @Test
    void aRefusalInMidFileLeadsOneStepDownAndLosesNothing() {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.WRITE_AND_WAIT).from(3).fail(Errno.EOPNOTSUPP);
            rig.openSteady(fixed(Mechanism.RANGE));
            rig.writeMib(0, 24);
            rig.finish();
            var status = rig.pipeline().status();
            assertThat(status.mechanism()).isEqualTo("datasync");
            assertThat(status.reason()).contains("not supported").contains("sync_file_range");
            assertThat(rig.ledger.status().errors()).isZero();
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void anEvictionThatFailsIsNoFault(Mechanism mechanism) {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.DROP).fail(Errno.EIO);
            rig.storage.volume().keepsUncached(true);
            rig.openSteady(fixed(mechanism));
            rig.writeMib(0, 4);
            rig.write(4L * MIB, 700);
            rig.write(4L * MIB + 700, MIB);
            rig.finish();
            assertThat(rig.storage.trace(CallKind.DROP)).as("it was tried").isNotEmpty();
            assertThat(rig.ledger.status().errors()).isZero();
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
            assertThat(rig.pipeline().status().mechanism()).isEqualTo(mechanism.text());
        });
    }

    /** Not even with O_DIRECT, where only what is not aligned lies in the cache at all. */
    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void nothingIsEvictedAfterAFailedWait(Mechanism mechanism) {
        var wait = mechanism == Mechanism.DATASYNC ? CallKind.SYNC_DATA : CallKind.WRITE_AND_WAIT;
        underEachSeed(rig -> {
            rig.storage.volume().keepsUncached(true);
            rig.openSteady(fixed(mechanism));
            rig.write(0, 5000);
            rig.write(5000, MIB);
            rig.finish();
            assertThat(rig.storage.trace(CallKind.DROP)).as("as it does else").isNotEmpty();
            int dropped = rig.storage.trace(CallKind.DROP).size();
            rig.storage.fail(wait, 1, Errno.EIO);
            rig.write(2L * MIB, MIB + 700);
            rig.finish();
            assertThat(rig.ledger.status().errors()).isEqualTo(1);
            assertThat(rig.ledger.takeLost().containsAll(ByteRange.at(2L * MIB, MIB + 700)))
                    .isTrue();
            assertThat(rig.storage.trace(CallKind.DROP)).hasSize(dropped);
            var insight = rig.storage.insight();
            assertThat(insight.cleanCachedBytes(FILE) + insight.dirtyBytes(FILE))
                    .as("who reads it now still finds it")
                    .isPositive();
        });
    }
}
