package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.Side;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalLong;

/** A disk slower than the drive: the ring must not stand full, and costs nothing by it. */
@Tag("unit")
final class SlowerDiskTest {
    private static final int MIB = TestImage.MIB;
    private static final int SIZE = 96 * MIB;

    private static void slower(Bench bench) {
        bench.policy = TestPolicies.auto();
        bench.image = TestImage.iso(5, SIZE, "SIMULATED");
        bench.ringBytes = OptionalLong.of(16L * MIB);
        bench.script = "speed 8M";
        bench.storage.device().rate(5L * MIB);
    }

    @Test
    void littleIsLeftToWriteBehindTheLastRead() {
        var _ =
                Bench.with(bench -> {
                    slower(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    double behind = verdict.durableSeconds() - verdict.readSeconds();
                    assertThat(behind).as("a full ring would take 3.2 s").isLessThan(1.3);
                    assertThat(verdict.durableSeconds())
                            .as("the disk was never kept waiting")
                            .isLessThan(SIZE / (5.0 * MIB) * 1.02);
                });
    }

    /** Each wait is shorter than a stall; together they are most of the time. */
    @Test
    void theDriveWaitsInSmallPiecesAndTheDiskIsBilledForThem() {
        var _ =
                Bench.with(bench -> {
                    slower(bench);
                    bench.script = "speed 30M";
                    bench.storage.device().rate(15L * MIB);
                    bench.image = TestImage.iso(5, 6 * SIZE, "SIMULATED");
                    var verdict = bench.rip();
                    assertThat(verdict.readerWaitSeconds()).isGreaterThan(15);
                    assertThat(verdict.stalledSeconds().get(Side.STORAGE))
                            .isBetween(
                                    0.95 * verdict.readerWaitSeconds(),
                                    verdict.readerWaitSeconds() + 3);
                    assertThat(verdict.durableSeconds() - verdict.readSeconds())
                            .as("whole buffers would be 0.27 s")
                            .isLessThan(0.15);
                });
    }

    /** All the room is there for the drive when the disk pauses, and it is never blamed. */
    @Test
    void aDiskThatBecomesFasterLeavesTheDriveItsCushion() {
        var _ =
                Bench.with(bench -> {
                    slower(bench);
                    bench.image = TestImage.iso(5, 2 * SIZE, "SIMULATED");
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(15));
                    double cushion = rip.snapshot().sample().cushionSeconds();
                    bench.storage.device().rate(50L * MIB);
                    bench.sleep(Duration.ofSeconds(3));
                    assertThat(rip.snapshot().sample().cushionSeconds())
                            .isGreaterThan(cushion)
                            .isGreaterThan(1.5);
                    bench.storage.device().freeze();
                    bench.sleep(Duration.ofSeconds(1));
                    long before = rip.snapshot().sample().readBytes();
                    bench.sleep(Duration.ofMillis(500));
                    assertThat(rip.snapshot().sample().readBytes())
                            .as("the drive goes on while the disk pauses")
                            .isGreaterThan(before);
                    bench.storage.device().thaw();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                });
    }
}
