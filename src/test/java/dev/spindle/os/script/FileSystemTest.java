package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.assertFails;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemFacts;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Names, locks, limits and facts. */
@Tag("unit")
final class FileSystemTest {
    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    @Test
    void opensAsAsked() throws Exception {
        assertFails(Errno.ENOENT, () -> storage.open(FILE, How.READ));
        assertFails(Errno.ENOENT, () -> storage.open(FILE, How.READ_WRITE));
        assertFails(Errno.ENOENT, () -> storage.open("/none/file", How.CREATE));
        assertFails(Errno.EISDIR, () -> storage.open("/out", How.READ));
        StorageFile made = storage.open(FILE, How.CREATE_NEW);
        assertFails(Errno.EEXIST, () -> storage.open(FILE, How.CREATE_NEW));
        assertFails(Errno.ENOTDIR, () -> storage.open(FILE + "/x", How.CREATE));
        made.write(filled(1, 10), 0);
        assertFails(Errno.EBADF, () -> storage.open(FILE, How.READ).write(filled(1, 1), 0));
        assertThat(storage.open(FILE, How.CREATE).facts().sizeBytes()).isEqualTo(10);
        assertFails(Errno.EBADF, () -> storage.open(FILE, How.REPLACE).read(filled(1, 1), 0));
        assertThat(made.facts().sizeBytes()).isZero();
    }

    @Test
    void tellsFacts() throws Exception {
        assertThat(storage.lookUp(FILE)).isEmpty();
        StorageFile file = world.create();
        file.write(filled(1, 10), 90);
        FileFacts facts = storage.lookUp(FILE).orElseThrow();
        assertThat(facts).isEqualTo(file.facts());
        assertThat(facts.kind()).isEqualTo(FileFacts.Kind.REGULAR);
        assertThat(facts.sizeBytes()).isEqualTo(100);
        assertThat(facts.linkCount()).isEqualTo(1);
        assertThat(storage.lookUp("/out").orElseThrow().kind()).isEqualTo(FileFacts.Kind.FOLDER);
        StorageFile other = storage.open("/out/other", How.CREATE);
        assertThat(other.facts().isSameFileAs(facts)).isFalse();
        storage.remove(FILE);
        assertThat(file.facts().linkCount()).isZero();
        assertThat(file.read(filled(0, 10), 90)).isEqualTo(10);
    }

    @Test
    void renamesKeepingOrReplacing() throws Exception {
        storage.insight().file("/out/a", bytes(1, 10));
        storage.insight().file("/out/b", bytes(2, 10));
        assertFails(Errno.EEXIST, () -> storage.renameKeeping("/out/a", "/out/b"));
        assertFails(Errno.ENOENT, () -> storage.renameKeeping("/out/z", "/out/y"));
        assertFails(Errno.EISDIR, () -> storage.renameOver("/out/a", "/out"));
        StorageFile replaced = storage.open("/out/b", How.READ);
        storage.renameOver("/out/a", "/out/b");
        storage.renameKeeping("/out/b", "/out/c");

        assertThat(storage.list("/out")).containsExactly("c");
        assertThat(storage.insight().content("/out/c")).isEqualTo(bytes(1, 10));
        assertThat(replaced.facts().linkCount()).isZero();
    }

    @Test
    void makesListsAndRemovesFolders() throws Exception {
        storage.makeFolder("/out/x");
        assertFails(Errno.EEXIST, () -> storage.makeFolder("/out/x"));
        assertFails(Errno.ENOENT, () -> storage.makeFolder("/none/x"));
        storage.open("/out/x/file", How.CREATE).close();
        assertThat(storage.list("/")).containsExactly("out");
        assertThat(storage.list("/out/x")).containsExactly("file");
        assertFails(Errno.ENOTEMPTY, () -> storage.removeFolder("/out/x"));
        assertFails(Errno.ENOTDIR, () -> storage.list("/out/x/file"));
        assertFails(Errno.EISDIR, () -> storage.remove("/out/x"));
        storage.remove("/out/x/file");
        storage.removeFolder("/out/x");
        assertFails(Errno.ENOENT, () -> storage.list("/out/x"));
        assertFails(Errno.ENAMETOOLONG, () -> storage.makeFolder("/out/" + "x".repeat(256)));
    }

    @Test
    void givesAFolderAnotherNameWithAllThatIsInIt() throws Exception {
        storage.makeFolder("/out/x");
        storage.makeFolder("/out/x-1");
        storage.insight().file("/out/a", bytes(3, 10));
        storage.makeFolder("/out/empty");
        storage.insight().file("/out/x/file", bytes(1, 10));
        assertFails(Errno.ENOTDIR, () -> storage.renameOver("/out/x", "/out/a"));
        storage.insight().file("/out/x-1/other", bytes(2, 10));
        assertFails(Errno.ENOTEMPTY, () -> storage.renameOver("/out/x", "/out/x-1"));
        storage.renameOver("/out/x", "/out/empty");
        assertThat(storage.list("/out")).contains("empty", "x-1").doesNotContain("x");
        assertThat(storage.insight().content("/out/empty/file")).isEqualTo(bytes(1, 10));
        assertThat(storage.crashCopy().insight().paths()).contains("/out/x/file");
        storage.syncFolder("/out");
        assertThat(storage.crashCopy().insight().paths())
                .contains("/out/empty/file")
                .doesNotContain("/out/x/file");
    }

    @Test
    void locksByDescription() throws Exception {
        StorageFile first = world.create();
        StorageFile second = world.create();
        assertThat(first.tryLock()).isTrue();
        assertThat(first.tryLock()).isTrue();
        assertThat(second.tryLock()).isFalse();
        assertThat(storage.insight().isLocked(FILE)).isTrue();
        first.close();
        assertThat(second.tryLock()).isTrue();
    }

    @Test
    void runsOutOfSpaceAndGetsItBack() throws Exception {
        storage.volume().capacity(MIB);
        StorageFile file = world.create();
        assertThat(file.write(filled(1, MIB - 4096), 0)).isEqualTo(MIB - 4096);
        assertThat(file.write(filled(1, 10_000), MIB - 4096)).isEqualTo(4096);
        assertFails(Errno.ENOSPC, () -> file.write(filled(1, 1), MIB));
        assertThat(file.write(filled(2, 4096), 0)).isEqualTo(4096);
        assertThat(storage.fileSystem("/out").freeBytes()).isZero();
        file.truncate(MIB / 2);
        assertThat(storage.fileSystem("/out").freeBytes()).isEqualTo(MIB / 2);

        assertFails(Errno.ENOSPC, () -> file.reserve(range(0, MIB + 1)));
        storage.remove(FILE);
        assertThat(storage.fileSystem("/out").freeBytes()).isZero();
        file.close();
        assertThat(storage.fileSystem("/out").freeBytes()).isEqualTo(MIB);
    }

    @Test
    void reservesWithoutChangingTheSize() throws Exception {
        storage.volume().capacity(MIB);
        StorageFile file = world.create();
        file.reserve(range(0, MIB));
        assertThat(file.facts().sizeBytes()).isZero();
        assertThat(storage.insight().allocatedBytes(FILE)).isEqualTo(MIB);
        assertFails(
                Errno.ENOSPC, () -> storage.open("/out/other", How.CREATE).write(filled(1, 1), 0));
        assertThat(file.write(filled(1, MIB), 0)).isEqualTo(MIB);
    }

    @Test
    void refusesWhatIsTooLargeForAFile() throws Exception {
        storage.volume().maxFile(1000);
        StorageFile file = world.create();
        assertThat(file.write(filled(1, 600), 500)).isEqualTo(500);
        assertFails(Errno.EFBIG, () -> file.write(filled(1, 1), 1000));
        storage.volume().processFileLimit(800);
        assertFails(Errno.EFBIG, () -> file.write(filled(1, 1), 800));
        assertFails(Errno.EFBIG, () -> file.truncate(900));
    }

    @Test
    void refusesChangesWhereItIsReadOnly() throws Exception {
        storage.insight().file("/out/a", bytes(1, 10));
        StorageFile file = storage.open("/out/a", How.READ_WRITE);
        storage.volume().readOnly(true);
        assertFails(Errno.EROFS, () -> storage.open("/out/a", How.READ_WRITE));
        assertFails(Errno.EROFS, () -> storage.open(FILE, How.CREATE));
        assertFails(Errno.EROFS, () -> storage.makeFolder("/out/x"));
        assertFails(Errno.EROFS, () -> storage.remove("/out/a"));
        assertFails(Errno.EROFS, () -> storage.renameKeeping("/out/a", "/out/b"));
        assertFails(Errno.EROFS, () -> file.write(filled(1, 1), 0));
        assertThat(storage.open("/out/a", How.READ).read(filled(0, 10), 0)).isEqualTo(10);
    }

    @Test
    void tellsWhatTheFileSystemIs() throws Exception {
        storage.volume().type(0x6969);
        storage.volume().capacity(5000);
        storage.volume().processFileLimit(77);
        assertThat(storage.fileSystem("/out"))
                .isEqualTo(new FileSystemFacts(0x6969, 5000, false, 77));
        assertFails(Errno.ENOENT, () -> storage.fileSystem("/none"));
        StorageFile file = world.create();
        assertThat(file.fileSystemType()).isEqualTo(0x6969);
        storage.fail(CallKind.FSTATFS, 1, Errno.ENOSYS);
        assertFails(Errno.ENOSYS, file::fileSystemType);
        storage.volume().countsCachedPages(false);
        assertThat(file.cachedBytes(range(0, 10))).isEmpty();
    }

    @Test
    void readsZerosWhereNothingWasWrittenOrWasCutOff() throws Exception {
        StorageFile file = world.create();
        file.write(filled(1, 10), 100_000);
        file.truncate(100_005);
        file.truncate(200_000);
        byte[] content = storage.insight().content(FILE);
        assertThat(content).hasSize(200_000).startsWith(bytes(0, 100_000));
        assertThat(Arrays.copyOfRange(content, 100_000, 100_006)).containsExactly(1, 1, 1, 1, 1, 0);
        file.syncData();
        file.dropCache(range(0, 200_000));
        assertThat(storage.insight().content(FILE)).isEqualTo(content);
    }
}
