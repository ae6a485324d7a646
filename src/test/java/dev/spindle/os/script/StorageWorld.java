package dev.spindle.os.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** A storage on a virtual clock, and what the tests of the model do with it. */
final class StorageWorld {
    static final int MIB = 1 << 20;
    static final String FILE = "/out/disc.iso.part";

    final BatonConcurrency baton = new BatonConcurrency(7, Duration.ofHours(100));
    final ScriptedStorage storage = new ScriptedStorage(baton);

    StorageWorld() {
        storage.insight().folder("/out");
    }

    StorageFile create() throws OsException {
        return storage.open(FILE, How.CREATE);
    }

    /** A buffer full of one value. */
    static ByteBuffer filled(int value, int bytes) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
        while (buffer.hasRemaining()) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    static byte[] bytes(int value, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static ByteRange range(long start, long length) {
        return ByteRange.at(start, length);
    }

    /** Virtual milliseconds that the step takes. */
    double millis(ThrowingCallable step) throws Throwable {
        long start = baton.nanoTime();
        step.call();
        return (baton.nanoTime() - start) / 1e6;
    }

    void sleep(Duration duration) {
        var _ = baton.gate("sleep").pause(baton.in(duration), StopToken.never());
    }

    /** Runs the step on a thread of its own until it can't go on, and says whether it ended. */
    boolean endsWithin(Duration limit, ThrowingCallable step) {
        var thread =
                baton.start(
                        "step",
                        () -> {
                            try {
                                step.call();
                            } catch (RuntimeException | Error fault) {
                                throw fault;
                            } catch (Throwable failed) {
                                throw new AssertionError(failed);
                            }
                        });
        var _ = thread.awaitDone(baton.in(limit), StopToken.never());
        thread.failure()
                .ifPresent(failure -> {
                    throw new AssertionError(failure);
                });
        return thread.isDone();
    }

    static void assertFails(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OsException.class, failure -> assertThat(failure.errno()).isEqualTo(errno));
    }
}
