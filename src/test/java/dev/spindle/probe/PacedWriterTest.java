package dev.spindle.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.spindle.run.CallResult;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.PolicyStatus;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** When a paced stream writes, on the virtual clock. */
@Tag("unit")
class PacedWriterTest {
    private static final int MIB = 1 << 20;

    /** A write: when, where and how much. */
    private record Write(long millis, long atBytes, int lengthBytes) {}

    /** A pipeline that takes its time for some writes, and may refuse one. */
    private static final class Rig implements Pipeline {
        final BatonConcurrency baton;
        final List<Write> writes = new ArrayList<>();
        final StopToken stop = new StopToken();
        long slowAtBytes = -1;
        long refuseAtBytes = -1;
        boolean isFinished;
        ByteBuffer first = ByteBuffer.allocate(0);

        Rig(BatonConcurrency baton) {
            this.baton = baton;
        }

        void sleep(Duration duration) {
            var _ = baton.gate("sleep").pause(baton.in(duration), StopToken.never());
        }

        @Override
        public void write(List<ByteBuffer> given, long positionBytes, RoleWorker.Lease writer)
                throws IOException {
            var from = given.getFirst();
            if (positionBytes == refuseAtBytes) {
                throw new IOException("refused");
            }
            writes.add(new Write(baton.nanoTime() / 1_000_000, positionBytes, from.remaining()));
            if (first.capacity() == 0) {
                first = ByteBuffer.allocate(from.remaining()).put(from.duplicate()).flip();
            }
            // A real one leaves nothing in it.
            from.position(from.limit());
            if (positionBytes == slowAtBytes) {
                sleep(Duration.ofSeconds(5));
            }
        }

        @Override
        public void finish(RoleWorker.Lease writer) {
            isFinished = true;
        }

        @Override
        public PolicyStatus status() {
            return new PolicyStatus("test", "none", 0, 0, false, "");
        }

        PacedWriter writer(long bytes, long bytesPerSecond, Duration time) {
            return new PacedWriter(baton, this, bytes, bytesPerSecond, baton.in(time), stop);
        }

        /** Whether all was written. */
        boolean run(PacedWriter writer) throws IOException {
            var worker = new RoleWorker(baton, "writer");
            var result = worker.call(writer, Deadline.never(), StopToken.never());
            worker.close();
            return switch (result) {
                case CallResult.Returned<Boolean>(Boolean all, _) -> all;
                case CallResult.Failed<Boolean>(IOException problem, _) -> throw problem;
                default -> throw new AssertionError(result);
            };
        }
    }

    private interface Body {
        void run(Rig rig) throws IOException;
    }

    private static void with(Body body) {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        Consumer<Rig> unchecked =
                rig -> {
                    try {
                        body.run(rig);
                    } catch (IOException unexpected) {
                        throw new AssertionError(unexpected);
                    }
                };
        var _ = baton.run(() -> unchecked.accept(new Rig(baton)));
    }

    @Test
    void eachWriteComesWhenADriveWouldHaveIt() {
        with(rig -> {
            long start = rig.baton.nanoTime() / 1_000_000;
            var writer = rig.writer(2 * MIB + MIB / 2, MIB, Duration.ofHours(1));
            assertThat(rig.run(writer)).isTrue();
            assertThat(rig.writes)
                    .containsExactly(
                            new Write(start, 0, MIB),
                            new Write(start + 1000, MIB, MIB),
                            new Write(start + 2000, 2 * MIB, MIB / 2));
            assertThat(rig.isFinished).isTrue();
            assertThat(writer.writtenBytes()).isEqualTo(2 * MIB + MIB / 2);
            assertThat(writer.writtenNanos()).isEqualTo(2_000_000_000L);
            assertThat(writer.stalls().count()).isEqualTo(3);
        });
    }

    @Test
    void whatIsLateIsWrittenAtOnceUntilThePaceIsCaughtUp() {
        with(rig -> {
            long start = rig.baton.nanoTime() / 1_000_000;
            rig.slowAtBytes = 2 * MIB;
            var writer = rig.writer(10 * MIB, MIB, Duration.ofHours(1));
            assertThat(rig.run(writer)).isTrue();
            assertThat(rig.writes)
                    .extracting(write -> write.millis() - start)
                    .containsExactly(
                            0L, 1000L, 2000L, 7000L, 7000L, 7000L, 7000L, 7000L, 8000L, 9000L);
            assertThat(writer.stalls().longestNanos()).isEqualTo(5_000_000_000L);
        });
    }

    @Test
    void noWriteBeginsBehindItsTime() {
        with(rig -> {
            var writer = rig.writer(100 * MIB, MIB, Duration.ofMillis(3500));
            assertThat(rig.run(writer)).as("it has written all that there was time for").isTrue();
            assertThat(writer.writtenBytes()).isEqualTo(5L * MIB);
            assertThat(rig.isFinished).isTrue();
        });
    }

    @Test
    void aStopEndsItWithoutFinishing() {
        with(rig -> {
            var hand =
                    rig.baton.start(
                            "hand",
                            () -> {
                                rig.sleep(Duration.ofMillis(2500));
                                rig.stop.stop();
                            });
            var writer = rig.writer(100 * MIB, MIB, Duration.ofHours(1));
            assertThat(rig.run(writer)).isFalse();
            assertThat(writer.writtenBytes()).isEqualTo(3L * MIB);
            assertThat(rig.isFinished).isFalse();
            var _ = hand.awaitDone(Deadline.never(), StopToken.never());
        });
    }

    @Test
    void aRefusedWriteCountsForNothing() {
        with(rig -> {
            rig.refuseAtBytes = 2 * MIB;
            var writer = rig.writer(10 * MIB, MIB, Duration.ofHours(1));
            assertThatIOException().isThrownBy(() -> rig.run(writer)).withMessage("refused");
            assertThat(writer.writtenBytes()).isEqualTo(2L * MIB);
            assertThat(rig.isFinished).isFalse();
        });
    }

    @Test
    void itsBytesAreNoiseAndTheSameInEachRun() {
        with(rig -> {
            var _ = rig.run(rig.writer(MIB, MIB, Duration.ofHours(1)));
            var again = new Rig(rig.baton);
            var _ = again.run(again.writer(MIB, MIB, Duration.ofHours(1)));
            assertThat(again.first).isEqualTo(rig.first);
            int[] counts = new int[256];
            for (int i = 0; i < MIB; i++) {
                counts[rig.first.get(i) & 0xFF]++;
            }
            assertThat(Arrays.stream(counts).boxed())
                    .allMatch(count -> count > MIB / 512 && count < MIB / 128);
        });
    }
}
