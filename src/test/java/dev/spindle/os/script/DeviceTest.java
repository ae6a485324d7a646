package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The page cache and the device behind it. */
@Tag("unit")
final class DeviceTest {
    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    private StorageFile written(int mebibytes) throws OsException {
        StorageFile file = world.create();
        assertThat(file.write(filled(1, mebibytes * MIB), 0)).isEqualTo(mebibytes * MIB);
        return file;
    }

    @Test
    void writesIntoTheCacheAtOnceAndDrainsAtTheRate() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = world.create();

        assertThat(world.millis(() -> file.write(filled(1, 4 * MIB), 0))).isZero();
        assertThat(storage.insight().dirtyBytes(FILE)).isEqualTo(4 * MIB);
        assertThat(world.millis(() -> file.startWriteback(range(0, 2 * MIB)))).isZero();
        assertThat(world.millis(() -> file.awaitWriteback(range(0, MIB)))).isEqualTo(1000);
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 2 * MIB)))).isEqualTo(1000);
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 4 * MIB)))).isZero();
        assertThat(storage.insight().dirtyBytes(FILE)).isEqualTo(2 * MIB);
        assertThat(world.millis(file::syncData)).isEqualTo(2000);
        assertThat(storage.insight().deviceContent(FILE)).isEqualTo(bytes(1, 4 * MIB));
    }

    @Test
    void servesWhatWasKickedFirstFirst() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = written(3);
        file.startWriteback(range(2 * MIB, MIB));
        file.startWriteback(range(0, MIB));

        assertThat(world.millis(() -> file.awaitWriteback(range(2 * MIB, MIB)))).isEqualTo(1000);
        assertThat(world.millis(() -> file.awaitWriteback(range(0, MIB)))).isEqualTo(1000);
    }

    @Test
    void changesItsRateInTheMiddleOfAWait() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = written(4);
        file.startWriteback(range(0, 4 * MIB));
        var _ =
                world.baton.start(
                        "hand",
                        () -> {
                            world.sleep(Duration.ofMillis(2031));
                            storage.device().rate(2 * MIB);
                        });

        assertThat(world.millis(() -> file.awaitWriteback(range(0, 4 * MIB))))
                .isCloseTo(3015.5, within(0.001));
    }

    @Test
    void frozenItHoldsUpTheCallsThatNeedIt() throws Throwable {
        storage.device().rate(MIB);
        storage.insight().file("/out/old", bytes(5, 100));
        StorageFile file = written(1);
        StorageFile old = storage.open("/out/old", How.READ);
        storage.device().freeze();

        assertThat(world.millis(() -> file.write(filled(2, MIB), MIB))).isZero();
        assertThat(world.millis(() -> file.startWriteback(range(0, MIB)))).isZero();
        assertThat(world.millis(() -> file.read(filled(0, MIB), 0))).isZero();
        var second = Duration.ofSeconds(1);
        assertThat(world.endsWithin(second, () -> file.awaitWriteback(range(0, MIB)))).isFalse();
        assertThat(world.endsWithin(second, () -> old.read(filled(0, 100), 0))).isFalse();
        assertThat(world.endsWithin(second, () -> storage.syncFolder("/out"))).isFalse();
        assertThat(world.endsWithin(second, old::syncData)).isFalse();
        assertThat(storage.callsUnderWay()).hasSize(4);

        storage.device().thaw();
        assertThat(world.millis(() -> file.awaitWriteback(range(0, MIB)))).isEqualTo(1000);
        world.sleep(Duration.ofMillis(1));
        assertThat(storage.callsUnderWay()).isEmpty();
    }

    @Test
    void dropsCleanPagesOnly() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = written(2);
        file.writeBackAndWait(range(0, MIB));

        file.dropCache(range(0, 2 * MIB));
        assertThat(file.cachedBytes(range(0, 2 * MIB))).hasValue(MIB);
        assertThat(storage.insight().dirtyBytes(FILE)).isZero();
        assertThat(storage.insight().underWritebackBytes(FILE)).isEqualTo(MIB);
        file.syncData();
        file.dropCache(range(0, 2 * MIB));
        assertThat(file.cachedBytes(range(0, 2 * MIB))).hasValue(0);
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(1, 2 * MIB));
    }

    @Test
    void keepsPagesThatADropTouchesOnlyPartly() throws Throwable {
        StorageFile file = world.create();
        file.write(filled(1, 10_000), 0);
        file.syncData();

        file.dropCache(range(100, 9_000));
        assertThat(storage.insight().cleanCachedBytes(FILE)).isEqualTo(8192);
        file.dropCache(range(8192, 10_000 - 8192));
        assertThat(storage.insight().cleanCachedBytes(FILE)).isEqualTo(4096);
    }

    @Test
    void writesAPageAgainThatChangedOnItsWay() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = written(1);
        file.startWriteback(range(0, MIB));
        file.write(filled(2, MIB), 0);

        assertThat(world.millis(() -> file.startWriteback(range(0, MIB)))).isZero();
        file.awaitWriteback(range(0, MIB));
        assertThat(storage.insight().dirtyBytes(FILE)).isEqualTo(MIB);
        assertThat(world.millis(() -> file.writeBackAndWait(range(0, MIB)))).isEqualTo(1000);
        assertThat(storage.insight().dirtyBytes(FILE)).isZero();
        assertThat(storage.insight().deviceContent(FILE)).isEqualTo(bytes(2, MIB));
    }

    @Test
    void waitsForBothVersionsOfAPage() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = written(1);
        file.startWriteback(range(0, MIB));
        file.write(filled(2, MIB), 0);

        assertThat(world.millis(file::syncData)).isEqualTo(2000);
        assertThat(storage.insight().dirtyBytes(FILE)).isZero();
    }

    @Test
    void readsPastTheCacheAtTheReadRate() throws Throwable {
        storage.insight().file("/out/old", bytes(5, 2 * MIB));
        storage.device().readRate(MIB);
        StorageFile file = storage.open("/out/old", How.READ);
        var buffer = filled(0, MIB);

        assertThat(world.millis(() -> file.read(buffer, 0))).isEqualTo(1000);
        assertThat(buffer).isEqualTo(filled(5, MIB));
        assertThat(world.millis(() -> file.read(buffer, 0))).isZero();
        assertThat(file.cachedBytes(range(0, 2 * MIB))).hasValue(MIB);
        assertThat(file.read(buffer, 2 * MIB - 10)).isEqualTo(10);
        assertThat(file.read(buffer, 2 * MIB)).isZero();
    }

    @Test
    void blocksAKickWhileItsQueueIsTooLong() throws Throwable {
        storage.device().rate(MIB);
        storage.device().queueLimit(MIB);
        StorageFile file = written(3);

        assertThat(world.millis(() -> file.startWriteback(range(0, MIB)))).isZero();
        assertThat(world.millis(() -> file.startWriteback(range(MIB, 2 * MIB)))).isEqualTo(2000);
    }

    @Test
    void countsWhatItWrote() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = written(1);
        file.startWriteback(range(0, MIB));
        world.sleep(Duration.ofMillis(500));
        assertThat(storage.writeProgressBytes(file.facts())).hasValue(MIB / 2);
        storage.device().freeze();
        world.sleep(Duration.ofMillis(500));
        assertThat(storage.writeProgressBytes(file.facts())).hasValue(MIB / 2);

        storage.volume().countsWrites(false);
        assertThat(storage.writeProgressBytes(file.facts())).isEmpty();
    }

    @Test
    void doesNothingForRangesWhereTheFileSystemIgnoresThem() throws Throwable {
        storage.volume().ignoresRangeSync(true);
        StorageFile file = written(1);
        file.startWriteback(range(0, MIB));
        file.writeBackAndWait(range(0, MIB));
        assertThat(storage.insight().dirtyBytes(FILE)).isEqualTo(MIB);
        file.syncData();
        assertThat(storage.insight().dirtyBytes(FILE)).isZero();
        assertThat(storage.device().writtenBytes()).isEqualTo(MIB);
    }
}
