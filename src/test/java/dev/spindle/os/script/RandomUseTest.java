package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random calls against plain arrays, and a whole pipeline on both clocks. */
@Tag("unit")
final class RandomUseTest {
    private static final int SIZE = 300_000;
    private static final int IMAGE = 2 << 20;
    private static final int BLOCK = 512;
    private static final int STEP = 1 << 16;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);

    /** What the file must hold: for a reader now, and at the last sync. */
    private static final class Expected {
        private byte[] now = new byte[0];
        private byte[] synced = new byte[0];

        void write(int offset, byte[] bytes) {
            if (offset + bytes.length > now.length) {
                now = Arrays.copyOf(now, offset + bytes.length);
            }
            System.arraycopy(bytes, 0, now, offset, bytes.length);
        }
    }

    @Test
    void readersSeeWhatWasWrittenAndPowerCutsKeepWhatWasSynced() throws Exception {
        for (long seed = 0; seed < 150; seed++) {
            String where = "seed " + seed;
            var world = new StorageWorld();
            var random = new SplittableRandom(seed);
            var expected = new Expected();
            world.storage.device().rate(1 + random.nextLong(10 << 20));
            StorageFile file = world.create();
            file.sync();
            StorageFile direct = world.storage.open(FILE, How.DIRECT);
            for (int step = 0; step < 60; step++) {
                use(file, direct, expected, random, where);
                assertThat(world.storage.insight().content(FILE)).as(where).isEqualTo(expected.now);
                if (step % 10 == 0) {
                    checkPowerCut(world.storage, expected, random.nextLong(), where);
                }
            }
        }
    }

    private void use(
            StorageFile buffered,
            StorageFile direct,
            Expected expected,
            SplittableRandom random,
            String where)
            throws OsException {
        // Whole blocks also please the description that goes past the cache.
        int unit = random.nextBoolean() ? 1 : BLOCK;
        StorageFile file = unit == BLOCK && random.nextBoolean() ? direct : buffered;
        int start = random.nextInt(SIZE) / unit * unit;
        var range = ByteRange.at(start, (long) (random.nextInt(SIZE - start) / unit) * unit);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                var bytes = new byte[(int) range.lengthBytes()];
                random.nextBytes(bytes);
                buffer.clear().put(bytes).flip();
                int written =
                        random.nextInt(4) == 0
                                ? file.writeUncached(buffer, start)
                                : file.write(buffer, start);
                assertThat(written).as(where).isEqualTo(bytes.length);
                if (written > 0) {
                    expected.write(start, bytes);
                }
            }
            case 4 -> file.startWriteback(range);
            case 5 -> file.writeBackAndWait(range);
            case 6 -> file.dropCache(range);
            case 7 -> {
                int read = file.read(buffer.clear().limit((int) range.lengthBytes()), start);
                var bytes = new byte[read];
                buffer.get(bytes);
                assertThat(bytes)
                        .as(where)
                        .isEqualTo(
                                read == 0
                                        ? new byte[0]
                                        : Arrays.copyOfRange(expected.now, start, start + read));
            }
            case 8 -> {
                file.truncate(start);
                expected.now = Arrays.copyOf(expected.now, start);
            }
            default -> {
                file.syncData();
                expected.synced = expected.now.clone();
            }
        }
    }

    private static void checkPowerCut(
            ScriptedStorage storage, Expected expected, long seed, String where) {
        assertThat(storage.crashCopy().insight().content(FILE))
                .as(where)
                .isEqualTo(expected.synced);
        int length = storage.crashCopy(seed).insight().content(FILE).length;
        assertThat(length).as(where).isIn(expected.now.length, expected.synced.length);
    }

    /** A writer and a flusher that write an image, as a pipeline does. */
    private List<TraceEntry> pipeline(ScriptedStorage storage, Concurrency concurrency)
            throws OsException {
        storage.insight().folder("/out");
        StorageFile data = storage.open(FILE, How.CREATE);
        StorageFile syncing = storage.open(FILE, How.READ_WRITE);
        var gate = concurrency.gate("pipeline");
        var writtenBytes = new int[1];
        RoleThread flusher =
                concurrency.start(
                        "flusher",
                        () -> {
                            for (int at = 0; at < IMAGE; at += 4 * STEP) {
                                int end = at + 4 * STEP;
                                gate.await(
                                        () -> writtenBytes[0] >= end,
                                        Deadline.never(),
                                        StopToken.never());
                                flush(syncing, new ByteRange(at, end));
                            }
                        });
        for (int at = 0; at < IMAGE; at += STEP) {
            data.write(StorageWorld.filled(at / STEP, STEP), at);
            gate.update(() -> writtenBytes[0] += STEP);
        }
        flusher.awaitDone(Deadline.never(), StopToken.never());
        assertThat(flusher.failure()).isEmpty();
        data.syncData();
        syncing.close();
        data.close();
        return storage.trace();
    }

    private static void flush(StorageFile file, ByteRange range) {
        try {
            file.writeBackAndWait(range);
            file.dropCache(range);
        } catch (OsException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void checkImage(ScriptedStorage storage) {
        byte[] image = storage.insight().durableContent(FILE);
        assertThat(image).hasSize(IMAGE);
        for (int at = 0; at < IMAGE; at += STEP) {
            assertThat(image[at]).isEqualTo((byte) (at / STEP));
        }
        assertThat(storage.insight().cleanCachedBytes(FILE)).isZero();
        assertThat(storage.insight().openFiles()).isEmpty();
    }

    private List<TraceEntry> simulated(long seed) {
        var baton = new BatonConcurrency(seed, Duration.ofHours(1));
        var storage = new ScriptedStorage(baton);
        storage.device().rate(10 << 20);
        storage.cost(CallKind.WRITE, Duration.ofMillis(3));
        var traces = new ArrayList<TraceEntry>();
        baton.run(() -> {
            try {
                traces.addAll(pipeline(storage, baton));
            } catch (OsException failed) {
                throw new AssertionError(failed);
            }
        });
        checkImage(storage);
        return traces;
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        for (long seed = 0; seed < 30; seed++) {
            assertThat(simulated(seed)).as("seed " + seed).isEqualTo(simulated(seed));
        }
    }

    @Test
    void aPipelineRunsOnTheRealClockToo() throws Exception {
        var real = new RealConcurrency();
        var storage = new ScriptedStorage(real);
        storage.device().rate(200 << 20);
        storage.on(CallKind.DROP).nth(2).cost(Duration.ofMillis(2));
        assertThat(pipeline(storage, real))
                .allMatch(TraceEntry::isOk)
                .extracting(TraceEntry::role)
                .contains("flusher");
        checkImage(storage);
    }

    @Test
    void anEndlessHangShowsAsADeadlock() {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var storage = new ScriptedStorage(baton);
        storage.insight().folder("/out");
        storage.on(CallKind.OPEN).hangForEver();
        assertThatThrownBy(() -> baton.run(() -> opening(storage)))
                .isInstanceOf(BatonConcurrency.SimulationStuck.class)
                .hasMessageContaining("main waits at scripted storage");
    }

    private static void opening(ScriptedStorage storage) {
        try {
            var _ = storage.open(FILE, How.CREATE);
        } catch (OsException failed) {
            assertThat(failed.errno()).isEqualTo(Errno.OTHER);
        }
    }
}
