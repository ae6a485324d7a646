package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.FILE;
import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.mib;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
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

/** The steps from one mechanism down to the next while a file is being written. */
@Tag("unit")
final class SteadyStepsTest {
    private static final int TAIL_BYTES = 2048;

    private static PolicyChoice from(Mechanism mechanism, long chunkMib) {
        return new PolicyChoice(
                Policy.STEADY,
                Controller.FIXED,
                OptionalLong.of(chunkMib * MIB),
                Optional.of(mechanism),
                OptionalLong.empty());
    }

    /** All 24 MiB and a tail are on the device, confirmed, durable, and lost no byte on the way. */
    private static void assertNothingLost(WritebackRig rig, String mechanism, String why)
            throws java.io.IOException {
        assertThat(rig.pipeline().status().mechanism()).isEqualTo(mechanism);
        assertThat(rig.pipeline().status().reason()).contains(why);
        assertThat(rig.ledger.status().errors()).isZero();
        assertThat(rig.ledger.takeLost().isEmpty()).isTrue();
        assertThat(rig.ledger.unconfirmedBytes()).isZero();
        rig.assertMibOnDevice(0, 24);
        rig.assertOnDevice(24L * MIB, TAIL_BYTES);
        assertThat(rig.barrier()).isTrue();
        var all = mib(0, 24).endBytes() + TAIL_BYTES;
        assertThat(rig.ledger.durable().sizeBytes()).isEqualTo(all);
    }

    private static void writeAll(WritebackRig rig) throws java.io.IOException {
        rig.storage.device().rate(100L * MIB);
        rig.writeMib(0, 24);
        rig.write(24L * MIB, TAIL_BYTES);
        rig.finish();
    }

    @ParameterizedTest
    @EnumSource(
            value = Errno.class,
            names = {"EOPNOTSUPP", "EINVAL", "ENOSYS", "EPERM"})
    void dontcacheThatIsRefusedInMidFileGoesOnByRange(Errno refusal) {
        underEachSeed(rig -> {
            rig.openSteady(from(Mechanism.DONTCACHE, 4));
            rig.storage.on(CallKind.WRITE_UNCACHED).from(10).fail(refusal);
            writeAll(rig);
            assertNothingLost(rig, "range", "pwritev2");
            assertThat(rig.storage.trace(CallKind.WRITE_UNCACHED))
                    .as("asked once more and never again")
                    .hasSize(10);
            assertThat(rig.storage.insight().dirtyBytes(FILE)).isZero();
            assertThat(rig.storage.insight().cleanCachedBytes(FILE)).isZero();
        });
    }

    @Test
    void directThatIsRefusedInMidFileGoesOnByDontcache() {
        underEachSeed(rig -> {
            rig.openSteady(from(Mechanism.DIRECT, 4));
            rig.storage.on(CallKind.WRITE).from(10).fail(Errno.EINVAL);
            writeAll(rig);
            assertNothingLost(rig, "dontcache", "pwrite");
            assertThat(rig.storage.trace(CallKind.WRITE_UNCACHED)).hasSize(24 - 9 + 1);
            assertThat(rig.storage.insight().dirtyBytes(FILE)).isZero();
        });
    }

    /** A write of which the kernel took some blocks, and then no more. */
    @Test
    void directThatIsRefusedInTheMiddleOfAWriteLeavesNoHole() {
        underEachSeed(rig -> {
            rig.openSteady(from(Mechanism.DIRECT, 4));
            rig.storage.on(CallKind.WRITE).nth(10).take(100 * 4096);
            rig.storage.on(CallKind.WRITE).nth(11).fail(Errno.EINVAL);
            writeAll(rig);
            assertNothingLost(rig, "dontcache", "pwrite");
        });
    }

    /** From the first step to the last, each in its turn, in one file. */
    @Test
    void allTheWayDownLosesNothing() {
        underEachSeed(rig -> {
            rig.openSteady(from(Mechanism.DIRECT, 2));
            rig.storage.on(CallKind.WRITE).nth(5).fail(Errno.EINVAL);
            rig.storage.on(CallKind.WRITE_UNCACHED).from(5).fail(Errno.EOPNOTSUPP);
            rig.storage
                    .on(CallKind.WRITE_AND_WAIT)
                    .when(() -> rig.pipeline().status().mechanism().equals("range"))
                    .from(3)
                    .fail(Errno.EOPNOTSUPP);
            writeAll(rig);
            assertNothingLost(rig, "datasync", "sync_file_range");
        });
    }

    @Test
    void dontcacheWhosePagesStayThreeTimesIsLeft() {
        underEachSeed(rig -> {
            rig.storage.volume().keepsUncached(true);
            rig.openSteady(from(Mechanism.DONTCACHE, 2));
            writeAll(rig);
            assertNothingLost(rig, "range", "RWF_DONTCACHE leaves the pages in the cache here");
            assertThat(rig.storage.insight().cleanCachedBytes(FILE))
                    .as("what stayed at first is evicted like the rest")
                    .isZero();
        });
    }

    /** Pages may leave a moment late: two chunks that stay prove nothing. */
    @Test
    void dontcacheWhosePagesStayTwiceIsKept() {
        underEachSeed(rig -> {
            rig.storage.volume().keepsUncached(true);
            rig.openSteady(from(Mechanism.DONTCACHE, 2));
            rig.writeMib(0, 4);
            rig.sleep(Duration.ofSeconds(5));
            assertThat(rig.confirmedChunks).isNotEmpty();
            assertThat(rig.storage.insight().cleanCachedBytes(FILE)).isZero();
            rig.storage.volume().keepsUncached(false);
            rig.writeMib(4, 24);
            rig.write(24L * MIB, TAIL_BYTES);
            rig.finish();
            assertNothingLost(rig, "dontcache", "asked for");
            int looked = rig.storage.trace(CallKind.CACHED_BYTES).size();
            rig.writeMib(24, 40);
            rig.finish();
            assertThat(rig.storage.trace(CallKind.CACHED_BYTES))
                    .as("proven once is enough")
                    .hasSize(looked);
        });
    }

    /** Where cachestat fails, the mechanism is taken at its word, and the rip goes on. */
    @Test
    void aLookIntoTheCacheThatFailsLeadsNowhere() {
        underEachSeed(rig -> {
            rig.storage.on(CallKind.CACHED_BYTES).fail(Errno.EIO);
            rig.openSteady(from(Mechanism.RANGE, 4));
            writeAll(rig);
            assertNothingLost(rig, "range", "asked for");
        });
    }

    /** An error is no refusal: the mechanism stays, and all that is not durable is lost. */
    @ParameterizedTest
    @EnumSource(
            value = Mechanism.class,
            names = {"DONTCACHE", "RANGE"})
    void anErrorOfTheDeviceIsNoReasonForAnotherMechanism(Mechanism mechanism) {
        underEachSeed(rig -> {
            rig.storage.fail(CallKind.WRITE_AND_WAIT, 2, Errno.EIO);
            rig.openSteady(from(mechanism, 4));
            rig.writeMib(0, 12);
            rig.finish();
            assertThat(rig.pipeline().status().mechanism()).isEqualTo(mechanism.text());
            assertThat(rig.ledger.status().errors()).isEqualTo(1);
            assertThat(rig.ledger.takeLost().containsAll(RangeSet.of(mib(0, 4)))).isTrue();
        });
    }
}
