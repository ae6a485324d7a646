package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a power cut and a kill leave. */
@Tag("unit")
final class CrashTest {
    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    /** What a hundred seeds make of a power cut now. */
    private <T> Set<T> outcomes(Function<ScriptedStorage, T> view) {
        return LongStream.range(0, 100)
                .mapToObj(storage::crashCopy)
                .map(view)
                .collect(Collectors.toSet());
    }

    @Test
    void keepsSurelyOnlyWhatWasFlushed() throws Exception {
        storage.insight().file(FILE, bytes(1, 2 * MIB));
        StorageFile file = storage.open(FILE, How.READ_WRITE);
        file.write(filled(2, MIB), 0);
        file.syncData();
        file.write(filled(3, MIB), MIB);
        file.writeBackAndWait(range(MIB, MIB));

        assertThat(storage.insight().deviceContent(FILE)).endsWith(bytes(3, MIB));
        ScriptedStorage after = storage.crashCopy();
        assertThat(after.insight().content(FILE)).startsWith(bytes(2, MIB)).endsWith(bytes(1, MIB));
        assertThat(after.insight().cleanCachedBytes(FILE)).isZero();
        assertThat(after.insight().openFiles()).isEmpty();
        assertThat(storage.insight().content(FILE)).endsWith(bytes(3, MIB));
    }

    @Test
    void mayKeepSomeOfTheRestPageByPage() throws Exception {
        storage.insight().file(FILE, bytes(1, 8 * 4096));
        StorageFile file = storage.open(FILE, How.READ_WRITE);
        file.write(filled(2, 4 * 4096), 0);
        file.writeBackAndWait(range(0, 4 * 4096));
        file.write(filled(3, 4096), 4 * 4096);

        Set<Integer> changedPages =
                outcomes(after -> {
                    byte[] content = after.insight().content(FILE);
                    int changed = 0;
                    for (int page = 0; page < 8; page++) {
                        byte first = content[page * 4096];
                        assertThat(first).isIn((byte) 1, (byte) (page < 4 ? 2 : 3));
                        changed += first == 1 ? 0 : 1;
                    }
                    return changed;
                });
        assertThat(changedPages).contains(0, 5).hasSizeGreaterThan(3);
    }

    @Test
    void neverKeepsWhatTheDeviceCouldNotWrite() throws Exception {
        storage.insight().file(FILE, bytes(1, 4096));
        StorageFile file = storage.open(FILE, How.READ_WRITE);
        file.write(filled(2, 4096), 0);
        storage.device().failWrites(1, Errno.EIO);
        file.startWriteback(range(0, 4096));
        assertThat(outcomes(after -> after.insight().content(FILE)[0])).containsExactly((byte) 1);
    }

    @Test
    void keepsTheSizeOfTheLastSync() throws Exception {
        StorageFile file = world.create();
        file.write(filled(1, 10_000), 0);
        file.sync();
        file.write(filled(1, 10_000), 10_000);
        assertThat(storage.crashCopy().insight().content(FILE)).isEqualTo(bytes(1, 10_000));
        assertThat(outcomes(after -> after.insight().content(FILE).length))
                .containsExactlyInAnyOrder(10_000, 20_000);

        file.syncData();
        file.truncate(5_000);
        assertThat(storage.crashCopy().insight().content(FILE)).isEqualTo(bytes(1, 20_000));
        // A cut that was not synced either happened or not; it leaves no hole behind.
        assertThat(outcomes(after -> List.of(ints(after.insight().content(FILE)))))
                .containsExactlyInAnyOrder(
                        List.of(ints(bytes(1, 5_000))), List.of(ints(bytes(1, 20_000))));
    }

    private static String ints(byte[] bytes) {
        return bytes.length
                + ":"
                + new HashSet<>(HexFormat.of().formatHex(bytes).chars().boxed().toList());
    }

    @Test
    void keepsNamesOnceTheFileOrTheFolderWasSynced() throws Exception {
        StorageFile file = world.create();
        file.write(filled(1, 10), 0);
        file.syncData();
        assertThat(storage.crashCopy().insight().exists(FILE)).isFalse();
        file.sync();
        assertThat(storage.crashCopy().insight().exists(FILE)).isTrue();

        storage.renameKeeping(FILE, "/out/disc.iso");
        assertThat(storage.crashCopy().insight().paths()).containsExactly("/", "/out", FILE);
        assertThat(outcomes(after -> after.insight().paths()))
                .containsExactlyInAnyOrder(
                        List.of("/", "/out", FILE), List.of("/", "/out", "/out/disc.iso"));
        storage.syncFolder("/out");
        assertThat(outcomes(after -> after.insight().paths()))
                .containsExactly(List.of("/", "/out", "/out/disc.iso"));
    }

    @Test
    void neverLosesASyncedFileInUnsyncedRenames() throws Exception {
        storage.insight().file("/out/map", bytes(1, 10));
        StorageFile next = storage.open("/out/map.new", How.CREATE);
        next.write(filled(2, 10), 0);
        next.sync();
        storage.renameOver("/out/map.new", "/out/map");
        StorageFile third = storage.open("/out/map.new", How.CREATE);
        third.write(filled(3, 10), 0);

        assertThat(outcomes(after -> after.insight().content("/out/map")[0]))
                .containsExactlyInAnyOrder((byte) 1, (byte) 2);
    }

    @Test
    void makesANewFolderDurableWithItsContent() throws Exception {
        storage.makeFolder("/out/rip");
        StorageFile file = storage.open("/out/rip/file", How.CREATE);
        file.write(filled(1, 10), 0);
        assertThat(storage.crashCopy().insight().paths()).containsExactly("/", "/out");
        file.sync();
        assertThat(storage.crashCopy().insight().content("/out/rip/file")).isEqualTo(bytes(1, 10));
    }

    @Test
    void keepsTheLimitsAndCountsTheBlocksAnew() throws Exception {
        storage.volume().capacity(MIB);
        storage.insight().file(FILE, bytes(1, MIB / 2));
        StorageFile other = storage.open("/out/other", How.CREATE);
        other.write(filled(1, MIB / 2), 0);
        ScriptedStorage after = storage.crashCopy();
        assertThat(after.fileSystem("/out").freeBytes()).isEqualTo(MIB / 2);
        assertThat(after.lookUp("/out/other")).isEmpty();
    }

    @Test
    void aKilledProcessLeavesThePageCacheButNoLocks() throws Exception {
        storage.device().rate(MIB);
        StorageFile file = world.create();
        assertThat(file.tryLock()).isTrue();
        file.write(filled(1, MIB), 0);
        file.startWriteback(range(0, MIB));

        var later = new BatonConcurrency(8, Duration.ofHours(1));
        ScriptedStorage next = storage.processDied(later);
        assertThat(next.insight().openFiles()).isEmpty();
        StorageFile again = next.open(FILE, How.READ_WRITE);
        assertThat(again.tryLock()).isTrue();
        assertThat(again.cachedBytes(range(0, MIB))).hasValue(MIB);
        long startNanos = later.nanoTime();
        again.awaitWriteback(range(0, MIB));
        assertThat(later.nanoTime() - startNanos).isEqualTo(1_000_000_000);
        assertThat(next.insight().content(FILE)).isEqualTo(bytes(1, MIB));
    }

    @Test
    void theCallsOfAKilledProcessNeverReturn() throws Exception {
        storage.cost(CallKind.WRITE, Duration.ofSeconds(2));
        StorageFile file = world.create();
        var second = Duration.ofSeconds(1);
        assertThat(world.endsWithin(second, () -> file.write(filled(1, 10), 0))).isFalse();
        ScriptedStorage next = storage.processDied();
        assertThat(world.endsWithin(second.multipliedBy(10), file::sync)).isFalse();
        assertThat(world.endsWithin(second, () -> storage.remove(FILE))).isFalse();
        assertThat(next.insight().content(FILE)).isEmpty();
        assertThat(next.insight().exists(FILE)).isTrue();
    }

    @Test
    void errorsNobodySawAreToldToTheNextProcess() throws Exception {
        StorageFile file = world.create();
        file.write(filled(1, 10), 0);
        storage.device().failWrites(1, Errno.EIO);
        file.startWriteback(range(0, 10));
        StorageFile again = storage.processDied().open(FILE, How.READ_WRITE);
        StorageWorld.assertFails(Errno.EIO, again::syncData);
    }
}
