package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A disk that another program keeps busy: each call waits for its turn, whatever it brings. */
@Tag("unit")
final class BusyDiskTest {
    private static final int MIB = TestImage.MIB;
    private static final int SIZE = 40 * MIB;
    private static final Duration TURN = Duration.ofMillis(140);

    private static void busy(Bench bench) {
        bench.policy = PolicyChoice.steady(Mechanism.DIRECT);
        bench.image = TestImage.iso(5, SIZE, "SIMULATED");
        bench.script = "speed 20M";
        bench.storage.volume().directAlign(4096);
        bench.storage.device().rate(200L * MIB);
        bench.storage.on(CallKind.WRITE).pathEndsWith(".part").cost(TURN);
    }

    /** A call for each buffer would take 40 turns, 5.6 s. */
    @Test
    void oneTurnBringsAllThatHasCome() {
        var _ =
                Bench.with(bench -> {
                    busy(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    assertThat(writes(bench)).isLessThan(20);
                    assertThat(verdict.durableSeconds() - verdict.readSeconds())
                            .as("behind the last read")
                            .isLessThan(1);
                });
    }

    private static long writes(Bench bench) {
        return bench.storage.trace().stream()
                .filter(call -> call.kind() == CallKind.WRITE && call.path().endsWith(".part"))
                .count();
    }

    /** What one call could not bring is brought by one for each: nothing is read again. */
    @Test
    void aCallThatFailsLosesNoneOfItsBuffers() {
        var _ =
                Bench.with(bench -> {
                    busy(bench);
                    bench.storage.on(CallKind.WRITE).pathEndsWith(".part").nth(12).fail(Errno.EIO);
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    assertThat(
                                    bench.storage.trace().stream()
                                            .filter(call ->
                                                    call.kind() == CallKind.WRITE
                                                            && call.errno().isPresent())
                                            .map(call -> call.range().lengthBytes()))
                            .as("a call for several")
                            .singleElement(LONG)
                            .isGreaterThan((long) MIB);
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(SIZE);
                });
    }

    /** A disk that becomes full takes what there is room for, and only the rest is read again. */
    @Test
    void aFullDiskTakesWhatThereIsRoomFor() {
        var _ =
                Bench.with(bench -> {
                    busy(bench);
                    bench.storage
                            .on(CallKind.WRITE)
                            .pathEndsWith(".part")
                            .fromOffset(21L * MIB)
                            .fail(Errno.ENOSPC);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    bench.files().assertMapHolds();
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                            .isEqualTo(21L * MIB);
                });
    }

    /** Power that fails in such a call: what the map claims is there. */
    @Test
    void aCutInTheMiddleLeavesNoFalseClaim() {
        for (long seed = 1; seed <= 10; seed++) {
            long cutSeed = seed;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                busy(bench);
                                var _ = bench.start();
                                bench.sleep(Duration.ofMillis(300 + 190 * cutSeed));
                                bench.cutPower(cutSeed);
                                bench.files().assertMapHolds();
                                assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
        }
    }
}
