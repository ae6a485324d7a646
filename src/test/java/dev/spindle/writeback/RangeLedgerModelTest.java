package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The ledger against a model of single bytes and of moments, under random interleavings. */
@Tag("unit")
final class RangeLedgerModelTest {
    private static final int BYTES = 40;

    private static OsException error() {
        return new OsException(Errno.EIO, "fdatasync", "/out/a");
    }

    /** A call of both: the ledger's, and the moment at which it began. */
    private record Call(OpenCall open, ByteRange range, boolean isBarrier, long beganAt) {}

    /** The definitions, taken word by word; every step is a moment. */
    private static final class Model {
        private final long[] writtenAt = new long[BYTES];
        private final boolean[] confirmed = new boolean[BYTES];
        private final boolean[] durable = new boolean[BYTES];
        private final boolean[] lost = new boolean[BYTES];
        private long lastErrorAt;
        private long lastGoodBarrierAt;

        void error(long now) {
            lastErrorAt = now;
            for (int i = 0; i < BYTES; i++) {
                if (writtenAt[i] > 0 && !durable[i]) {
                    lost[i] = true;
                    writtenAt[i] = 0;
                    confirmed[i] = false;
                }
            }
        }

        void writeBegan(ByteRange range) {
            for (int i = (int) range.startBytes(); i < range.endBytes(); i++) {
                writtenAt[i] = 0;
                confirmed[i] = false;
                durable[i] = false;
            }
        }

        void writeEnded(ByteRange range, long beganAt, long now) {
            for (int i = (int) range.startBytes(); i < range.endBytes(); i++) {
                if (lastErrorAt > beganAt) {
                    lost[i] = true;
                } else {
                    writtenAt[i] = now;
                }
            }
        }

        void endedWell(Call call, long now) {
            if (lastErrorAt > call.beganAt) {
                return;
            }
            if (call.isBarrier) {
                lastGoodBarrierAt = now;
            }
            for (int i = (int) call.range.startBytes(); i < call.range.endBytes(); i++) {
                if (writtenAt[i] > 0 && writtenAt[i] < call.beganAt) {
                    confirmed[i] = true;
                    durable[i] |= call.isBarrier;
                }
            }
        }

        static RangeSet set(boolean[] bytes) {
            var set = new RangeSet();
            for (int i = 0; i < BYTES; i++) {
                if (bytes[i]) {
                    set.add(ByteRange.at(i, 1));
                }
            }
            return set;
        }

        long written() {
            long count = 0;
            for (long at : writtenAt) {
                count += at > 0 ? 1 : 0;
            }
            return count;
        }
    }

    @Test
    void agreesWithTheModel() {
        for (long seed = 0; seed < 400; seed++) {
            try {
                play(new Random(seed));
            } catch (AssertionError | RuntimeException problem) {
                throw new AssertionError(
                        "with seed " + seed + ": " + problem.getMessage(), problem);
            }
        }
    }

    private static void play(Random random) {
        var baton = new BatonConcurrency(random.nextLong(), Duration.ofDays(1));
        var ledger = new RangeLedger(baton, new RangeSet());
        var model = new Model();
        List<Call> calls = new ArrayList<>();
        @Nullable ByteRange writing = null;
        long writingSince = 0;
        for (long now = 1; now <= 200; now++) {
            int start = random.nextInt(BYTES);
            var range = new ByteRange(start, start + 1 + random.nextInt(BYTES - start));
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    if (writing == null) {
                        writing = range;
                        writingSince = now;
                        ledger.writeBegins(range);
                        model.writeBegan(range);
                    } else {
                        ledger.writeReturned(writing);
                        model.writeEnded(writing, writingSince, now);
                        writing = null;
                    }
                }
                case 2 -> calls.add(new Call(ledger.callBegins(range), range, false, now));
                case 3 ->
                        calls.add(
                                new Call(
                                        ledger.beginBarrier(), new ByteRange(0, BYTES), true, now));
                default -> {
                    if (!calls.isEmpty()) {
                        end(calls.remove(random.nextInt(calls.size())), random, ledger, model, now);
                    }
                }
            }
            compare(ledger, model, now);
            if (random.nextInt(5) == 0) {
                assertThat(ledger.takeLost()).isEqualTo(Model.set(model.lost));
                Arrays.fill(model.lost, false);
            }
        }
    }

    private static void end(Call call, Random random, RangeLedger ledger, Model model, long now) {
        if (random.nextInt(6) == 0) {
            ledger.callFailed(call.open, error());
            model.error(now);
        } else if (call.isBarrier) {
            boolean isVoid = model.lastErrorAt > call.beganAt;
            assertThat(ledger.endBarrier(call.open, StopToken.never()).isEmpty()).isEqualTo(isVoid);
            model.endedWell(call, now);
        } else if (random.nextInt(3) == 0) {
            ledger.callSaidNothing(call.open);
        } else {
            ledger.callConfirmed(call.open);
            model.endedWell(call, now);
        }
    }

    private static void compare(RangeLedger ledger, Model model, long now) {
        var status = ledger.status();
        assertThat(ledger.durable()).as("at %d", now).isEqualTo(Model.set(model.durable));
        assertThat(status.writtenBytes()).as("at %d", now).isEqualTo(model.written());
        assertThat(status.confirmedBytes())
                .as("at %d", now)
                .isEqualTo(Model.set(model.confirmed).sizeBytes());
        assertThat(status.failing())
                .as("at %d", now)
                .isEqualTo(model.lastErrorAt > model.lastGoodBarrierAt);
    }
}
