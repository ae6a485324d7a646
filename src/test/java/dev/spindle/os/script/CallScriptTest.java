package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.assertFails;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.run.RealConcurrency;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Costs, hangs, errors and short counts by script, and the trace. */
@Tag("unit")
final class CallScriptTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    /** One call of each kind. */
    private static Map<CallKind, ThrowingCallable> calls(ScriptedStorage on) throws OsException {
        on.insight().folder("/out/empty");
        on.insight().file("/out/a", bytes(1, 8192));
        on.insight().file("/out/b", bytes(2, 8192));
        on.insight().file("/out/c", bytes(2, 8192));
        StorageFile file = on.open(FILE, How.CREATE);
        var all = range(0, 8192);
        var calls = new EnumMap<CallKind, ThrowingCallable>(CallKind.class);
        calls.put(CallKind.OPEN, () -> on.open("/out/a", How.READ));
        calls.put(CallKind.WRITE, () -> file.write(filled(1, 10), 0));
        calls.put(CallKind.READ, () -> file.read(filled(1, 10), 0));
        calls.put(CallKind.KICK, () -> file.startWriteback(all));
        calls.put(CallKind.AWAIT, () -> file.awaitWriteback(all));
        calls.put(CallKind.WRITE_AND_WAIT, () -> file.writeBackAndWait(all));
        calls.put(CallKind.DROP, () -> file.dropCache(all));
        calls.put(CallKind.FSTATFS, file::fileSystemType);
        calls.put(CallKind.TRUNCATE, () -> file.truncate(5));
        calls.put(CallKind.RESERVE, () -> file.reserve(all));
        calls.put(CallKind.DISCARD, () -> file.discard(all));
        calls.put(CallKind.SYNC_DATA, file::syncData);
        calls.put(CallKind.SYNC, file::sync);
        calls.put(CallKind.LOCK, file::tryLock);
        calls.put(CallKind.CLOSE, file::close);
        calls.put(CallKind.FACTS, file::facts);
        calls.put(CallKind.WRITE_UNCACHED, () -> file.writeUncached(filled(1, 10), 0));
        calls.put(CallKind.CACHED_BYTES, () -> file.cachedBytes(all));
        calls.put(CallKind.DEVICE_SIZE, file::deviceSizeBytes);
        calls.put(CallKind.LOOK_UP, () -> on.lookUp("/out/a"));
        calls.put(CallKind.FILE_SYSTEM, () -> on.fileSystem("/out"));
        calls.put(CallKind.MAKE_FOLDER, () -> on.makeFolder("/out/new"));
        calls.put(CallKind.REMOVE_FOLDER, () -> on.removeFolder("/out/empty"));
        calls.put(CallKind.LIST, () -> on.list("/out"));
        calls.put(CallKind.RENAME_KEEPING, () -> on.renameKeeping("/out/a", "/out/d"));
        calls.put(CallKind.RENAME_OVER, () -> on.renameOver("/out/b", "/out/c"));
        calls.put(CallKind.REMOVE, () -> on.remove("/out/c"));
        calls.put(CallKind.SYNC_FOLDER, () -> on.syncFolder("/out"));
        return calls;
    }

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void everyKindOfCallCanCostHangAndFail(CallKind kind) throws Throwable {
        ThrowingCallable call = calls(storage).getOrDefault(kind, () -> {});
        storage.cost(kind, Duration.ofMillis(3));
        storage.hang(kind, 1, Duration.ofMillis(50));
        storage.fail(kind, 1, Errno.ETIMEDOUT);

        long startNanos = world.baton.nanoTime();
        assertFails(Errno.ETIMEDOUT, call);
        assertThat(world.baton.nanoTime() - startNanos).isEqualTo(53_000_000);
        TraceEntry last = storage.trace().getLast();
        assertThat(last.kind()).isEqualTo(kind);
        assertThat(last.errno()).contains(Errno.ETIMEDOUT);
        assertThat(last.nanos()).isEqualTo(53_000_000);
    }

    @ParameterizedTest
    @EnumSource(value = CallKind.class, mode = EnumSource.Mode.EXCLUDE, names = "DEVICE_SIZE")
    void everyKindOfCallWorksWithoutAScriptOnTheRealClock(CallKind kind) throws Throwable {
        var real = new ScriptedStorage(new RealConcurrency());
        calls(real).getOrDefault(kind, () -> {}).call();
        assertThat(real.trace(kind)).last().matches(TraceEntry::isOk);
    }

    @Test
    void costsDependOnTheNumberAndTheLatestRuleDecides() throws Throwable {
        StorageFile file = world.create();
        storage.on(CallKind.AWAIT).cost(n -> Duration.ofNanos(n * 100_900_000));
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 1)))).isEqualTo(100.9);
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 1)))).isEqualTo(201.8);

        Rule later = storage.on(CallKind.AWAIT).nth(2).cost(Duration.ofMillis(7));
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 1)))).isEqualTo(302.7);
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 1)))).isEqualTo(7);
        later.remove();
        assertThat(world.millis(() -> file.awaitWriteback(range(0, 1)))).isEqualTo(504.5);
    }

    @Test
    void aCallCanHangUntilTheRuleIsRemoved() throws Throwable {
        StorageFile file = world.create();
        Rule rule = storage.on(CallKind.WRITE).from(2).hangForEver();
        file.write(filled(1, 10), 0);
        var hour = Duration.ofHours(1);
        assertThat(world.endsWithin(hour, () -> file.write(filled(2, 10), 0))).isFalse();
        assertThat(storage.callsUnderWay())
                .extracting(CallSite::kind, CallSite::role)
                .containsExactly(tuple(CallKind.WRITE, "step"));
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(1, 10));

        rule.remove();
        world.sleep(SECOND);
        assertThat(storage.callsUnderWay()).isEmpty();
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(2, 10));
    }

    @Test
    void writesFailByNumberByOffsetOrWhileAFlagIsSet() throws Exception {
        StorageFile file = world.create();
        storage.fail(CallKind.WRITE, 2, Errno.EIO);
        file.write(filled(1, 10), 0);
        assertFails(Errno.EIO, () -> file.write(filled(1, 10), 10));
        file.write(filled(1, 10), 10);

        Rule tail = storage.on(CallKind.WRITE).fromOffset(MIB).fail(Errno.ENOSPC);
        file.write(filled(1, 10), MIB - 10);
        assertFails(Errno.ENOSPC, () -> file.write(filled(1, 10), MIB - 9));
        tail.remove();
        file.write(filled(1, 10), MIB - 9);

        var flag = new AtomicBoolean(true);
        storage.on(CallKind.WRITE).when(flag::get).fail(Errno.EDQUOT);
        assertFails(Errno.EDQUOT, () -> file.write(filled(1, 10), 0));
        flag.set(false);
        file.write(filled(1, 10), 0);
    }

    @Test
    void rulesCanBeAboutOnePath() throws Exception {
        storage.on(CallKind.OPEN).path("/out/a").first(1).fail(Errno.EMFILE);
        storage.on(CallKind.OPEN).pathEndsWith(".map").fail(Errno.EACCES);
        storage.open("/out/b", How.CREATE).close();
        assertFails(Errno.EMFILE, () -> storage.open("/out/a", How.CREATE));
        storage.open("/out/a", How.CREATE).close();
        assertFails(Errno.EACCES, () -> storage.open("/out/b.map", How.CREATE));
    }

    @Test
    void writesAndReadsCanBeShort() throws Exception {
        StorageFile file = world.create();
        storage.on(CallKind.WRITE).nth(1).take(100);
        storage.on(CallKind.READ).nth(1).take(7);
        assertThat(file.write(filled(1, 1000), 0)).isEqualTo(100);
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(1, 100));
        assertThat(file.write(filled(1, 900), 100)).isEqualTo(900);
        assertThat(file.read(filled(0, 50), 0)).isEqualTo(7);
        assertThat(file.read(filled(0, 50), 0)).isEqualTo(50);
    }

    @Test
    void buffersAreNotMovedAndMustBeDirect() throws Exception {
        StorageFile file = world.create();
        var buffer = filled(1, 100).position(10).limit(60);
        assertThat(file.write(buffer, 0)).isEqualTo(50);
        assertThat(file.read(buffer, 0)).isEqualTo(50);
        assertThat(buffer.position()).isEqualTo(10);
        assertThat(buffer.limit()).isEqualTo(60);
        assertThatThrownBy(() -> file.write(ByteBuffer.allocate(5), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTraceTellsWhoDidWhatWhen() throws Exception {
        storage.cost(CallKind.WRITE, SECOND);
        StorageFile file = world.create();
        long startNanos = world.baton.nanoTime();
        assertThat(world.endsWithin(SECOND.plus(SECOND), () -> file.write(filled(1, 5), 10)))
                .isTrue();
        file.truncate(12);

        assertThat(storage.trace())
                .extracting(TraceEntry::kind)
                .containsExactly(CallKind.OPEN, CallKind.WRITE, CallKind.TRUNCATE);
        assertThat(storage.trace(CallKind.WRITE))
                .containsExactly(
                        new TraceEntry(
                                CallKind.WRITE,
                                FILE,
                                range(10, 5),
                                "step",
                                startNanos,
                                startNanos + 1_000_000_000,
                                Optional.empty()));
        assertThat(storage.trace().getLast().range()).isEqualTo(range(12, 0));
    }

    @Test
    void aClosedFileMustNotBeUsed() throws Exception {
        StorageFile file = world.create();
        storage.fail(CallKind.CLOSE, 1, Errno.EIO);
        assertFails(Errno.EIO, file::close);
        assertThat(storage.insight().openFiles()).isEmpty();
        assertThatThrownBy(file::syncData)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
