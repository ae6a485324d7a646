package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.assertFails;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a write that the device could not do. */
@Tag("unit")
final class WriteErrorTest {
    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    /** A file of one MiB of twos over durable ones, not kicked yet. */
    private StorageFile overwritten() throws OsException {
        storage.insight().file(FILE, bytes(1, MIB));
        StorageFile file = storage.open(FILE, How.READ_WRITE);
        file.write(filled(2, MIB), 0);
        return file;
    }

    @Test
    void isToldOnceByEachDescription() throws Exception {
        StorageFile data = overwritten();
        StorageFile syncing = storage.open(FILE, How.READ_WRITE);
        storage.device().failWrites(FILE, 1, Errno.EIO);
        data.startWriteback(range(0, MIB));

        // The error names the file: a wait for a range that was written well tells of it.
        assertFails(Errno.EIO, () -> syncing.awaitWriteback(range(MIB / 2, MIB / 2)));
        syncing.awaitWriteback(range(0, MIB));
        syncing.syncData();
        assertFails(Errno.EIO, data::syncData);
        data.syncData();
    }

    @Test
    void isNotToldToWhoOpensAfterSomebodySawIt() throws Exception {
        StorageFile data = overwritten();
        storage.device().failWrites(FILE, 1, Errno.EIO);
        data.startWriteback(range(0, MIB));

        StorageFile before = storage.open(FILE, How.READ_WRITE);
        assertFails(Errno.EIO, data::sync);
        StorageFile after = storage.open(FILE, How.READ_WRITE);
        after.sync();
        assertFails(Errno.EIO, before::sync);
    }

    @Test
    void losesTheNewContentOnceThePagesAreDropped() throws Exception {
        StorageFile file = overwritten();
        storage.device().failWrites(FILE, 1, Errno.EIO);
        assertFails(Errno.EIO, () -> file.writeBackAndWait(range(0, MIB)));

        assertThat(storage.insight().dirtyBytes(FILE)).isZero();
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(2, MIB));
        file.syncData();
        file.dropCache(range(0, MIB));
        byte[] content = storage.insight().content(FILE);
        assertThat(content).startsWith(bytes(1, 65536)).endsWith(bytes(2, MIB - 65536));
    }

    @Test
    void isHealedByWritingTheBytesAgain() throws Exception {
        StorageFile file = overwritten();
        storage.device().failWrites(FILE, 3, Errno.EIO);
        assertFails(Errno.EIO, file::syncData);
        file.write(filled(2, MIB), 0);
        file.syncData();
        file.dropCache(range(0, MIB));
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(2, MIB));
        assertThat(storage.insight().durableContent(FILE)).isEqualTo(bytes(2, MIB));
    }

    /** What ext4 does with new blocks whose first write failed. */
    @Test
    void isNotHealedInNewBlocksByWritingTheBytesAgain() throws Exception {
        StorageFile file = storage.open("/out/new", How.CREATE);
        file.write(filled(2, MIB), 0);
        storage.device().failWrites("/out/new", 1, Errno.EIO);
        assertFails(Errno.EIO, file::syncData);
        file.write(filled(2, MIB), 0);
        file.syncData();
        file.dropCache(range(0, MIB));
        assertThat(storage.insight().content("/out/new")).startsWith(bytes(0, 65536));
    }

    @Test
    void isHealedInNewBlocksByDiscardingThemFirst() throws Exception {
        StorageFile file = storage.open("/out/new", How.CREATE);
        file.write(filled(2, MIB), 0);
        storage.device().failWrites("/out/new", 1, Errno.EIO);
        assertFails(Errno.EIO, file::syncData);
        file.discard(range(0, MIB));
        file.write(filled(2, MIB), 0);
        file.syncData();
        file.dropCache(range(0, MIB));
        assertThat(storage.insight().content("/out/new")).isEqualTo(bytes(2, MIB));
        assertThat(storage.insight().durableContent("/out/new")).isEqualTo(bytes(2, MIB));
    }

    @Test
    void makesNothingDurable() throws Exception {
        StorageFile file = overwritten();
        storage.device().failWrites(FILE, 1, Errno.EIO);
        assertFails(Errno.EIO, file::syncData);
        assertThat(storage.insight().durableContent(FILE)).isEqualTo(bytes(1, MIB));
    }

    @Test
    void strikesTheNamedFileAndPlaceOnly() throws Exception {
        StorageFile file = overwritten();
        StorageFile other = storage.open("/out/other", How.CREATE);
        other.write(filled(3, MIB), 0);
        storage.device().failWritesIn(FILE, range(MIB / 2, 1), Errno.EIO);
        other.syncData();
        file.writeBackAndWait(range(0, MIB / 2));
        assertFails(Errno.EIO, () -> file.writeBackAndWait(range(MIB / 2, 1)));

        storage.device().heal();
        file.write(filled(2, MIB), 0);
        file.syncData();
    }

    @Test
    void comesAsNoSpaceWhereTheDeviceIsFull() throws Exception {
        StorageFile file = overwritten();
        storage.device().fullFrom(MIB / 2);
        file.writeBackAndWait(range(0, MIB / 2));
        assertFails(Errno.ENOSPC, file::syncData);
        assertThat(storage.device().writtenBytes()).isEqualTo(MIB / 2);
    }

    @Test
    void isToldByCloseOnNfsOnly() throws Exception {
        StorageFile local = overwritten();
        storage.device().failWrites(2, Errno.EIO);
        local.startWriteback(range(0, MIB));
        local.close();

        storage.volume().type(FileSystemKind.NFS_MAGIC);
        StorageFile remote = storage.open(FILE, How.READ_WRITE);
        assertFails(Errno.EIO, remote::close);
        assertThat(storage.insight().openFiles()).isEmpty();

        storage.volume().closeReportsErrors(false);
        StorageFile quiet = storage.open("/out/other", How.CREATE);
        quiet.write(filled(1, MIB), 0);
        quiet.close();
        assertThat(storage.insight().dirtyBytes("/out/other")).isEqualTo(MIB);
    }
}
