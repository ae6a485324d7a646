package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.assertFails;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes whose pages leave the cache once they are written back. */
@Tag("unit")
final class UncachedTest {
    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    @Test
    void pagesLeaveWhenTheirWritebackEnds() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = world.create();

        assertThat(world.millis(() -> file.writeUncached(filled(1, MIB), 0))).isZero();
        assertThat(file.cachedPages(range(0, MIB))).contains(new CachedPages(MIB, 0, MIB));
        assertThat(world.millis(() -> file.awaitWriteback(range(0, MIB / 2)))).isEqualTo(500);
        assertThat(file.cachedPages(range(0, MIB))).contains(new CachedPages(MIB / 2, 0, MIB / 2));
        file.syncData();
        assertThat(file.cachedPages(range(0, MIB))).contains(CachedPages.NONE);
        assertThat(storage.insight().durableContent(FILE)).isEqualTo(bytes(1, MIB));
    }

    @Test
    void pagesThatWereThereBeforeStay() throws Exception {
        StorageFile file = world.create();
        file.write(filled(1, 8192), 0);
        file.writeUncached(filled(2, 16384), 4096);
        file.syncData();

        assertThat(file.cachedBytes(range(0, MIB))).hasValue(8192);
        assertThat(storage.insight().content(FILE))
                .startsWith(bytes(1, 4096))
                .endsWith(bytes(2, 16384));
    }

    @Test
    void pagesStayWhereTheFileSystemOnlySaysThatItDropsThem() throws Exception {
        storage.volume().keepsUncached(true);
        StorageFile file = world.create();
        file.writeUncached(filled(1, 8192), 0);
        file.syncData();

        assertThat(file.cachedPages(range(0, MIB))).contains(new CachedPages(8192, 0, 0));
    }

    @Test
    void aLaterWriteThroughTheCacheKeepsThePage() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = world.create();
        file.writeUncached(filled(1, MIB), 0);
        file.write(filled(2, 4096), 0);
        file.writeUncached(filled(3, 4096), 4096);
        file.syncData();

        assertThat(file.cachedBytes(range(0, MIB))).hasValue(4096);
        assertThat(storage.insight().content(FILE))
                .startsWith(bytes(2, 4096))
                .endsWith(bytes(1, MIB - 8192));
        assertThat(storage.insight().content(FILE)[4096]).isEqualTo((byte) 3);
    }

    /** The page goes even if its write failed, and the new bytes with it. */
    @Test
    void aFailedWritebackShowsTheOldBytesAtOnce() throws Exception {
        storage.insight().file(FILE, bytes(1, MIB));
        StorageFile file = storage.open(FILE, How.READ_WRITE);
        storage.device().failWrites(FILE, 1, Errno.EIO);
        file.writeUncached(filled(2, MIB), 0);

        assertThat(storage.insight().content(FILE))
                .startsWith(bytes(1, 65536))
                .endsWith(bytes(2, MIB - 65536));
        assertFails(Errno.EIO, file::syncData);
        file.writeUncached(filled(2, MIB), 0);
        file.syncData();
        assertThat(storage.insight().durableContent(FILE)).isEqualTo(bytes(2, MIB));
    }

    /** With the page goes what hid the next write to blocks that are still unwritten. */
    @Test
    void isHealedInNewBlocksByWritingTheBytesAgain() throws Exception {
        StorageFile file = world.create();
        storage.device().failWrites(FILE, 1, Errno.EIO);
        file.writeUncached(filled(2, MIB), 0);
        assertFails(Errno.EIO, file::syncData);
        file.writeUncached(filled(2, MIB), 0);
        file.syncData();
        assertThat(storage.insight().durableContent(FILE)).isEqualTo(bytes(2, MIB));
    }

    @Test
    void waitsWhileTheQueueOfTheDeviceIsTooLong() throws Throwable {
        storage.device().rate(MIB);
        storage.device().queueLimit(MIB);
        StorageFile file = world.create();
        assertThat(world.millis(() -> file.writeUncached(filled(1, MIB), 0))).isZero();
        assertThat(world.millis(() -> file.writeUncached(filled(1, MIB), MIB))).isEqualTo(1000);
    }

    @Test
    void whereItIsNotSupportedNothingIsWritten() throws Exception {
        storage.volume().writesUncached(false);
        StorageFile file = world.create();

        assertFails(Errno.EOPNOTSUPP, () -> file.writeUncached(filled(1, 512), 0));
        assertThat(storage.insight().content(FILE)).isEmpty();
        assertThat(storage.crashCopy().insight().exists("/out")).isTrue();
    }

    @Test
    void onADirectDescriptionItIsADirectWrite() throws Throwable {
        storage.insight().file(FILE, new byte[0]);
        storage.device().rate(MIB);
        StorageFile file = storage.open(FILE, How.DIRECT);
        assertThat(world.millis(() -> file.writeUncached(filled(1, MIB), 0))).isEqualTo(1000);
        assertFails(Errno.EINVAL, () -> file.writeUncached(filled(1, 100), 0));
    }
}
