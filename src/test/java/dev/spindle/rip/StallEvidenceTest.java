package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.writeback.Mechanism;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the kernel tells of a call that lasts becomes the cause of the stall. */
@Tag("unit")
final class StallEvidenceTest {
    private static final int MIB = TestImage.MIB;
    private static final long NFS_MAGIC = 0x6969;

    /** All its threads sleep where the test says. */
    private static final class Kernel extends ScriptedFacts {
        private final String channel;
        private long threads;

        Kernel(String channel) {
            this.channel = channel;
        }

        @Override
        public long threadId() {
            return ++threads;
        }

        @Override
        public Optional<String> waitChannel(long threadId) {
            return threadId <= threads ? Optional.of(channel) : Optional.empty();
        }
    }

    private static List<Stall> stalls(Bench bench, String channel) {
        bench.facts = new Kernel(channel);
        bench.image = TestImage.iso(3, 4 * MIB, "SIMULATED");
        bench.script = "speed 4M";
        var rip = bench.start();
        assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
        return rip.snapshot().stalls().stream()
                .filter(stall -> stall.side() == Side.STORAGE)
                // The same time once more, as the end waits for it.
                .filter(stall -> !stall.cause().startsWith("all was read"))
                .toList();
    }

    private static void hangs(Bench bench, CallKind kind) {
        bench.storage.on(kind).pathEndsWith(".part").nth(2).hang(Duration.ofSeconds(6));
    }

    /** A write that hangs for six seconds, in which others write so much, so often. */
    private static Stall besideOthers(int bytesEach, int everyMillis, String channel) {
        var found = new ArrayList<Stall>();
        var _ =
                Bench.with(bench -> {
                    hangs(bench, CallKind.WRITE);
                    var _ =
                            bench.later(
                                    Duration.ofMillis(500),
                                    () -> {
                                        for (int at = 0; at < 5500; at += everyMillis) {
                                            bench.writeBeside(bytesEach);
                                            bench.sleep(Duration.ofMillis(everyMillis));
                                        }
                                    });
                    stalls(bench, channel).stream()
                            .filter(stall -> stall.thread().equals("writer"))
                            .forEach(found::add);
                });
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aDiskThatTakesWhatOthersWriteSaysSo() {
        var stall = besideOthers(6 * MIB, 500, "__iomap_dio_rw");
        assertThat(stall.cause()).isEqualTo("the disk was busy with other writes");
        assertThat(stall.evidence().orElseThrow())
                .matches(
                        "writer in __iomap_dio_rw × \\d+, device [56]\\d\\.\\d MB, own ≤"
                                + " \\d+\\.\\d+ MB");
    }

    /** A disk that could take much more was not busy; the write has another reason. */
    @Test
    void littleOfOthersIsNoReason() {
        assertThat(besideOthers(MIB / 2, 500, "__iomap_dio_rw").cause())
                .isEqualTo("disk throughput");
        assertThat(besideOthers(40 * MIB, 5000, "__iomap_dio_rw").cause())
                .as("once, and then nothing")
                .isEqualTo("disk throughput");
    }

    @Test
    void whereNoCallIsSeenToWaitForTheDiskNothingIsSaidOfIt() {
        assertThat(besideOthers(6 * MIB, 500, "0").cause()).isEqualTo("the write call was held up");
    }

    /** What is known more exactly stays. */
    @Test
    void aThrottledWriteStaysThrottledBesideOthers() {
        assertThat(besideOthers(6 * MIB, 500, "balance_dirty_pages").cause())
                .startsWith("the system held writers back");
    }

    @Test
    void aWriteThatIsThrottledSaysSo() {
        var _ =
                Bench.with(bench -> {
                    hangs(bench, CallKind.WRITE);
                    var stalls = stalls(bench, "balance_dirty_pages");
                    assertThat(stalls)
                            .filteredOn(stall -> stall.thread().equals("writer"))
                            .singleElement()
                            .returns(
                                    "the system held writers back: too much was waiting for the"
                                            + " disk",
                                    Stall::cause)
                            .extracting(stall -> stall.evidence().orElse(""))
                            .asString()
                            .matches("writer in balance_dirty_pages × (59|60)");
                });
    }

    /** The writer only waits for a chunk; what the flusher's call waits for is the reason. */
    @Test
    void aWriterThatWaitsForAChunkIsToldWhatTheChunkWaitsFor() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = TestPolicies.steady(Mechanism.DATASYNC);
                    bench.storage.volume().type(NFS_MAGIC);
                    bench.image = TestImage.iso(3, 12 * MIB, "SIMULATED");
                    hangs(bench, CallKind.SYNC_DATA);
                    var stalls = stalls(bench, "folio_wait_bit_common");
                    assertThat(stalls)
                            .filteredOn(stall -> stall.thread().equals("writer"))
                            .isNotEmpty()
                            .allSatisfy(stall ->
                                    assertThat(stall.cause())
                                            .isEqualTo("the server had not answered"));
                });
    }

    @Test
    void whereTheKernelTellsNothingOfUseTheCauseStaysGeneral() {
        var _ =
                Bench.with(bench -> {
                    hangs(bench, CallKind.WRITE);
                    var stalls = stalls(bench, "futex_wait_queue");
                    assertThat(stalls)
                            .filteredOn(stall -> stall.thread().equals("writer"))
                            .singleElement()
                            .returns("the write call was held up", Stall::cause)
                            .satisfies(stall -> assertThat(stall.evidence()).isPresent());
                });
    }

    @Test
    void theKindsOfFileSystemThatTheTestsRelyOn() {
        assertThat(FileSystemKind.ofType(NFS_MAGIC).family()).isEqualTo(FileSystemKind.Family.NFS);
    }
}
