package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is compared with the storage, and what of it the map may not claim meanwhile. */
@Tag("unit")
final class WrittenChecksumsTest {
    private static final String FILE = "/out/disc.iso.part";
    private static final int BYTES = 8192;

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);
    private final WrittenChecksums checksums = new WrittenChecksums(baton);
    private final List<Long> progress = new ArrayList<>();

    private static ByteBuffer content(int value) {
        var buffer = ByteBuffer.allocateDirect(BYTES);
        while (buffer.hasRemaining()) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    /** Writes it, and notes its checksum as the writer does. */
    private void write(StorageFile file, int value, long offsetBytes, boolean isSuspect)
            throws OsException {
        var content = content(value);
        int taken = file.write(content.duplicate(), offsetBytes);
        assertThat(taken).isEqualTo(BYTES);
        checksums.written(ByteRange.at(offsetBytes, BYTES), content, isSuspect);
    }

    private RangeSet missing(StorageFile file, StopToken stop) {
        var worker = new RoleWorker(baton, "syncer");
        try {
            var pending =
                    worker.submit(lease -> checksums.missing(file, lease, stop, progress::add));
            var _ = worker.await(pending, Deadline.never(), StopToken.never());
            return pending.value();
        } catch (Exception problem) {
            throw new AssertionError(problem);
        } finally {
            worker.close();
        }
    }

    private interface Body {
        void with(StorageFile file) throws Exception;
    }

    private void onFile(Body body) {
        var _ =
                baton.run(() -> {
                    storage.insight().folder("/out");
                    storage.insight().file(FILE, new byte[0]);
                    try {
                        var file = storage.open(FILE, How.READ_WRITE);
                        body.with(file);
                        file.close();
                    } catch (Exception problem) {
                        throw new AssertionError(problem);
                    }
                });
    }

    @Test
    void whatIsThereIsNotMissingAndIsReadPastTheCache() {
        onFile(file -> {
            write(file, 1, 0, false);
            write(file, 2, BYTES, false);
            file.syncData();
            assertThat(missing(file, StopToken.never()).isEmpty()).isTrue();
            assertThat(storage.trace(CallKind.DROP)).hasSize(2);
            assertThat(progress).containsExactly((long) BYTES, 2L * BYTES);
        });
    }

    @Test
    void whatTheStorageSaysToHaveAndHasNotIsMissing() {
        onFile(file -> {
            storage.device().swallowWrite(FILE, ByteRange.at(BYTES, 1));
            write(file, 1, 0, false);
            file.syncData();
            write(file, 2, BYTES, false);
            file.syncData();
            assertThat(missing(file, StopToken.never()).ranges())
                    .containsExactly(ByteRange.at(BYTES, BYTES));
        });
    }

    @Test
    void aFileThatEndsEarlyMissesItsEnd() {
        onFile(file -> {
            write(file, 1, 0, false);
            write(file, 2, BYTES, false);
            file.syncData();
            file.truncate(BYTES + 100);
            assertThat(missing(file, StopToken.never()).ranges())
                    .containsExactly(ByteRange.at(BYTES, BYTES));
        });
    }

    @Test
    void theLastWriteOfAPlaceCounts() {
        onFile(file -> {
            write(file, 1, 0, false);
            write(file, 2, BYTES / 2, false);
            write(file, 3, BYTES / 2, false);
            file.syncData();
            assertThat(missing(file, StopToken.never()).isEmpty()).isTrue();
            assertThat(progress).as("one is left of three").containsExactly((long) BYTES);
        });
    }

    @Test
    void aWriteInTheMiddleOfARunLeavesItsNeighbours() {
        onFile(file -> {
            for (int piece = 0; piece < 6; piece++) {
                write(file, piece, (long) piece * BYTES, false);
            }
            write(file, 7, 2 * BYTES + 100, false);
            file.syncData();
            // The four that it did not touch, and itself.
            assertThat(missing(file, StopToken.never()).isEmpty()).isTrue();
            assertThat(progress).endsWith(5L * BYTES);
            storage.device().swallowWrite(FILE, ByteRange.at(5 * BYTES, 1));
            write(file, 9, 5 * BYTES, false);
            file.syncData();
            assertThat(missing(file, StopToken.never()).ranges())
                    .containsExactly(ByteRange.at(5 * BYTES, BYTES));
        });
    }

    @Test
    void onlyWhatWasLostOnceIsKeptFromTheMap() {
        onFile(file -> {
            write(file, 1, 0, false);
            assertThat(checksums.unverified().isEmpty()).isTrue();
            write(file, 2, BYTES, true);
            assertThat(checksums.unverified().ranges()).containsExactly(ByteRange.at(BYTES, BYTES));
            checksums.verified();
            assertThat(checksums.unverified().isEmpty()).isTrue();
            file.syncData();
            assertThat(missing(file, StopToken.never()).isEmpty())
                    .as("what was verified can be asked for again")
                    .isTrue();
            assertThat(progress).hasSize(2);
        });
    }

    @Test
    void afterAStopNothingIsKnown() {
        onFile(file -> {
            write(file, 1, 0, false);
            file.syncData();
            var stop = new StopToken();
            stop.stop();
            assertThat(missing(file, stop).ranges()).containsExactly(ByteRange.at(0, BYTES));
            assertThat(storage.trace(CallKind.READ)).isEmpty();
        });
    }

    @Test
    void theContentIsLeftAsItWasForWhoWritesIt() {
        var content = content(7);
        checksums.written(ByteRange.at(0, BYTES), content, false);
        assertThat(content.remaining()).isEqualTo(BYTES);
        assertThat(Optional.of(content.position())).hasValue(0);
    }
}
