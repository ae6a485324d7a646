package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.assertFails;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Reads and writes past the page cache. */
@Tag("unit")
final class DirectTest {
    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    private StorageFile direct() throws OsException {
        if (!storage.insight().exists(FILE)) {
            storage.insight().file(FILE, new byte[0]);
        }
        return storage.open(FILE, How.DIRECT);
    }

    @Test
    void writesTakeTheTimeOfTheDeviceAndLeaveNothingInTheCache() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = direct();

        assertThat(world.millis(() -> file.write(filled(1, 2 * MIB), 0))).isEqualTo(2000);
        assertThat(file.cachedBytes(range(0, 2 * MIB))).hasValue(0);
        assertThat(file.facts().sizeBytes()).isEqualTo(2 * MIB);
        assertThat(storage.insight().deviceContent(FILE)).isEqualTo(bytes(1, 2 * MIB));
        assertThat(storage.device().writtenBytes()).isEqualTo(2 * MIB);
        assertThat(world.millis(file::syncData)).as("nothing is left to write").isZero();
        assertThat(storage.insight().durableContent(FILE)).isEqualTo(bytes(1, 2 * MIB));
    }

    @Test
    void writesQueueBehindWhatWasKicked() throws Throwable {
        storage.device().rate(MIB);
        StorageFile buffered = world.create();
        buffered.write(filled(1, MIB), 0);
        buffered.startWriteback(range(0, MIB));

        assertThat(world.millis(() -> direct().write(filled(2, MIB), MIB))).isEqualTo(2000);
        assertThat(storage.insight().content(FILE)).startsWith(bytes(1, MIB)).endsWith(2, 2, 2);
    }

    @Test
    void writesHangOnAFrozenDevice() throws Throwable {
        StorageFile file = direct();
        storage.device().freeze();
        var second = Duration.ofSeconds(1);
        assertThat(world.endsWithin(second, () -> file.write(filled(1, 512), 0))).isFalse();
        assertThat(world.endsWithin(second, () -> file.read(filled(0, 512), 0))).isTrue();

        storage.device().thaw();
        world.sleep(Duration.ofMillis(1));
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(1, 512));
    }

    @Test
    void writesDropThePagesOfTheirRange() throws Exception {
        StorageFile buffered = world.create();
        buffered.write(filled(1, MIB), 0);
        StorageFile file = direct();
        file.write(filled(2, 8192 + 512), 4096);

        assertThat(storage.insight().dirtyBytes(FILE)).isEqualTo(MIB - 3 * 4096);
        assertThat(buffered.cachedBytes(range(0, MIB))).hasValue(MIB - 3 * 4096);
        byte[] content = storage.insight().content(FILE);
        assertThat(content).startsWith(bytes(1, 4096)).endsWith(bytes(1, MIB - 12800));
        assertThat(content).containsSequence(bytes(2, 8704)).isEqualTo(read(buffered));
    }

    private static byte[] read(StorageFile file) throws OsException {
        var buffer = filled(0, MIB);
        var bytes = new byte[file.read(buffer, 0)];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void readsWaitForDirtyPagesAndTakeTheTimeOfTheDevice() throws Throwable {
        StorageFile buffered = world.create();
        buffered.write(filled(3, MIB), 0);
        storage.device().rate(MIB);
        storage.device().readRate(2 * MIB);
        StorageFile file = direct();
        var buffer = filled(0, 2 * MIB);

        assertThat(world.millis(() -> assertThat(file.read(buffer, 0)).isEqualTo(MIB)))
                .isEqualTo(1500);
        assertThat(buffer.slice(0, MIB)).isEqualTo(filled(3, MIB));
        assertThat(world.millis(() -> file.read(buffer, 0))).as("no cache helps").isEqualTo(500);
        assertThat(file.read(buffer, MIB)).isZero();
    }

    @Test
    void whatIsNotAlignedIsRefused() throws Exception {
        storage.volume().directAlign(4096);
        StorageFile file = direct();

        assertFails(Errno.EINVAL, () -> file.write(filled(1, 4096), 512));
        assertFails(Errno.EINVAL, () -> file.write(filled(1, 512), 0));
        assertFails(Errno.EINVAL, () -> file.read(filled(1, 512), 0));
        assertThat(file.facts().sizeBytes()).isZero();
        assertThat(file.facts().directOffsetAlignBytes()).isEqualTo(4096);
        assertThat(file.facts().directMemoryAlignBytes()).isEqualTo(4096);
        assertThat(file.write(filled(1, 4096), 8192)).isEqualTo(4096);
        assertThatThrownBy(() -> storage.volume().directAlign(600))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factsNeedNotTellOfIt() throws Exception {
        StorageFile file = direct();
        assertThat(file.facts().directOffsetAlignBytes()).isEqualTo(512);
        assertThat(storage.lookUp("/out").orElseThrow().directOffsetAlignBytes()).isZero();

        storage.volume().tellsDirectAlign(false);
        assertThat(file.facts().directOffsetAlignBytes()).isZero();
        assertThat(file.facts().directMemoryAlignBytes()).isZero();
    }

    @Test
    void aFileSystemMayRefuseToOpenOrCacheAllTheSame() throws Throwable {
        storage.volume().directIsBuffered(true);
        storage.device().rate(MIB);
        StorageFile file = direct();
        assertThat(world.millis(() -> file.write(filled(1, MIB), 3))).isZero();
        assertThat(storage.insight().dirtyBytes(FILE)).isEqualTo(MIB + 4096);
        file.close();

        storage.volume().takesDirect(false);
        assertFails(Errno.EINVAL, this::direct);
    }

    @Test
    void theFileMustExistAndBeWritable() {
        assertFails(Errno.ENOENT, () -> storage.open("/out/missing", How.DIRECT));
        storage.insight().file(FILE, new byte[0]);
        storage.volume().readOnly(true);
        assertFails(Errno.EROFS, this::direct);
    }

    @Test
    void endsWhereNoRoomIsLeft() throws Exception {
        storage.volume().capacity(8192);
        StorageFile file = direct();
        assertThat(file.write(filled(1, MIB), 0)).isEqualTo(8192);
        assertFails(Errno.ENOSPC, () -> file.write(filled(1, 512), 8192));

        storage.volume().maxFile(8192);
        assertFails(Errno.EFBIG, () -> file.write(filled(1, 512), 8192));
        storage.on(CallKind.WRITE).take(1500);
        assertThat(file.write(filled(2, 4096), 0)).as("whole blocks").isEqualTo(1024);
    }
}
