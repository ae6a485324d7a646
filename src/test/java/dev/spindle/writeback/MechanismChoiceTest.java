package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.FILE;
import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which mechanism a file gets, and what takes it away again. */
@Tag("unit")
final class MechanismChoiceTest {
    private static final PolicyChoice FREE = PolicyChoice.of(Policy.STEADY);

    private static void assertStatus(WritebackRig rig, String mechanism, String reason) {
        var status = rig.pipeline().status();
        assertThat(status.mechanism()).isEqualTo(mechanism);
        assertThat(status.reason()).isEqualTo(reason);
    }

    @Test
    void directWhereTheKernelTellsHow() {
        underEachSeed(rig -> {
            rig.storage.volume().tellsDirectAlign(true);
            rig.storage.volume().directAlign(512);
            rig.openSteady(FREE);
            rig.writeMib(0, 8);
            rig.finish();
            assertStatus(rig, "direct", "ext4 offers O_DIRECT for this file in steps of 512 bytes");
            assertThat(rig.storage.insight().cleanCachedBytes(FILE)).isZero();
        });
    }

    @Test
    void notDirectWhereItIsAcceptedAndCachedAllTheSame() {
        underEachSeed(rig -> {
            rig.storage.volume().tellsDirectAlign(true);
            rig.storage.volume().directAlign(512);
            rig.storage.volume().directIsBuffered(true);
            rig.openSteady(FREE);
            rig.writeMib(0, 16);
            rig.finish();
            assertStatus(
                    rig, "dontcache", "this file system accepts O_DIRECT and caches all the same");
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    @Test
    void notDirectWhereNothingShowsThatItWorks() {
        underEachSeed(rig -> {
            rig.storage.volume().tellsDirectAlign(true);
            rig.storage.volume().countsCachedPages(false);
            rig.openSteady(FREE);
            rig.writeMib(0, 16);
            rig.finish();
            assertStatus(rig, "dontcache", "nothing shows whether O_DIRECT works here");
        });
    }

    @Test
    void rangeWhereNeitherIsToBeHad() {
        underEachSeed(rig -> {
            rig.storage.volume().tellsDirectAlign(false);
            rig.storage.volume().writesUncached(false);
            rig.openSteady(FREE);
            rig.writeMib(0, 8);
            rig.finish();
            assertThat(rig.pipeline().status().mechanism()).isEqualTo("range");
            assertThat(rig.pipeline().status().reason())
                    .contains("not supported by the file system")
                    .contains("pwritev2");
        });
    }

    @Test
    void datasyncWhereARangeSyncDoesNothing() {
        underEachSeed(rig -> {
            rig.storage.volume().ignoresRangeSync(true);
            rig.storage.volume().writesUncached(false);
            rig.storage.volume().tellsDirectAlign(false);
            rig.openSteady(FREE);
            rig.writeMib(0, 16);
            rig.finish();
            assertStatus(
                    rig, "datasync", "sync_file_range returns here before the pages are written");
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
            assertThat(rig.storage.insight().dirtyBytes(FILE)).isZero();
        });
    }

    @Test
    void datasyncOnEachKindWhereOnlyThatTellsTheTruth() {
        assertFirst(0x6969, "on NFS only fdatasync tells that bytes have arrived");
        assertFirst(0x65735546, "on FUSE only fdatasync tells that bytes have arrived");
        assertFirst(0x794C7630, "on overlayfs only fdatasync tells that bytes have arrived");
        assertFirst(0x2FC12FC1, "on ZFS only fdatasync tells that bytes have arrived");
        assertFirst(0x01021994, "tmpfs is memory: there is no device to write back to");
        assertFirst(0x12345, "the file system is unknown (0x12345): fdatasync works everywhere");
    }

    private static void assertFirst(long type, String reason) {
        underEachSeed(rig -> {
            rig.kind = FileSystemKind.ofType(type);
            rig.openSteady(FREE);
            assertStatus(rig, "datasync", reason);
            rig.writeMib(0, 8);
            rig.finish();
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    @Test
    void anUnalignedTailGoesThroughTheCacheAndIsConfirmedToo() {
        underEachSeed(rig -> {
            rig.storage.volume().tellsDirectAlign(true);
            rig.storage.volume().directAlign(4096);
            rig.openSteady(FREE);
            rig.writeMib(0, 4);
            rig.write(4L * MIB, 2048);
            rig.write(4L * MIB + 2048, 6144);
            rig.write(4L * MIB + 8192, 100);
            rig.finish();
            assertThat(rig.pipeline().status().mechanism()).isEqualTo("direct");
            assertThat(rig.storage.insight().dirtyBytes(FILE)).isZero();
            assertThat(rig.storage.insight().content(FILE)).hasSize(4 * MIB + 8292);
            assertThat(rig.ledger.unconfirmedBytes()).isZero();
        });
    }

    /**
     * A file smaller than a chunk: what is not aligned lies in the very chunk that is looked at.
     */
    @Test
    void anUnalignedTailInTheFirstChunkSaysNothingAgainstDirect() {
        underEachSeed(rig -> {
            rig.storage.volume().directAlign(4096);
            rig.openSteady(FREE);
            rig.write(0, MIB);
            rig.write(MIB, 700);
            rig.finish();
            assertThat(rig.pipeline().status().mechanism()).isEqualTo("direct");
            assertThat(rig.storage.insight().cleanCachedBytes(FILE)).isZero();
            rig.assertOnDevice(0, MIB);
            rig.assertOnDevice(MIB, 700);
        });
    }

    @Test
    void autoTakesSteadyWhereThereIsADeviceAndPlainInMemory() {
        underEachSeed(rig -> {
            rig.openSteady(PolicyChoice.standard());
            assertThat(rig.pipeline().status().policy()).isEqualTo("steady");
            rig.kind = FileSystemKind.ofType(0x01021994);
            rig.openSteady(PolicyChoice.standard());
            assertThat(rig.pipeline().status().policy()).isEqualTo("plain");
        });
        for (var family : FileSystemKind.Family.values()) {
            var kind =
                    java.util.stream.LongStream.of(
                                    0xEF53, 0x6969, 0xFE534D42L, 0x65735546, 0x01021994)
                            .mapToObj(FileSystemKind::ofType)
                            .filter(k -> k.family() == family)
                            .findFirst()
                            .orElseThrow();
            assertThat(AutoPolicy.forKind(kind).evidence()).isNotBlank();
        }
    }
}
