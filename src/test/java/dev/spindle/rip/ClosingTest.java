package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What an error of close means, which says that something since the last barrier was lost. */
@Tag("unit")
final class ClosingTest {
    private static final int MIB = TestImage.MIB;

    static Stream<PolicyChoice> policies() {
        return Stream.concat(
                Stream.of(
                        PolicyChoice.plain(),
                        PolicyChoice.of(PolicyChoice.Policy.CLASSIC),
                        PolicyChoice.standard()),
                Stream.of(Mechanism.values()).map(PolicyChoice::steady));
    }

    /** A whole image is behind a barrier on each description: nothing is left to lose. */
    @ParameterizedTest
    @MethodSource("policies")
    void afterTheLastBarrierItChangesNoVerdict(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 3 * MIB + 2048, "SIMULATED");
                    var images =
                            bench.storage.on(CallKind.CLOSE).pathEndsWith(".part").fail(Errno.EIO);
                    var rip = bench.start();
                    var verdict = bench.end(rip);
                    images.remove();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.durable()).isTrue();
                    assertThat(rip.snapshot().notice()).contains("close").contains("error");
                    bench.files().assertComplete();
                    assertNothingWasWrittenAfterTheBarrier(bench);
                });
    }

    /** The reason why it changes none: each description was synced, with success, after all. */
    private static void assertNothingWasWrittenAfterTheBarrier(Bench bench) {
        List<TraceEntry> ofPart =
                bench.storage.trace().stream()
                        .filter(call -> call.path().endsWith(".part"))
                        .toList();
        int lastWrite = -1;
        int opened = 0;
        int syncs = 0;
        for (int i = 0; i < ofPart.size(); i++) {
            var kind = ofPart.get(i).kind();
            if (kind == CallKind.WRITE || kind == CallKind.WRITE_UNCACHED) {
                lastWrite = i;
                syncs = 0;
            } else if (kind == CallKind.SYNC_DATA && ofPart.get(i).errno().isEmpty()) {
                syncs++;
            } else if (kind == CallKind.OPEN) {
                opened++;
            }
        }
        assertThat(lastWrite).isPositive();
        // One for each that a barrier syncs.
        assertThat(syncs).isGreaterThanOrEqualTo(opened > 1 ? 2 : 1);
    }

    /** A rip that was stopped claims what its barriers cover; the rest may well be lost. */
    @ParameterizedTest
    @MethodSource("policies")
    void afterAStopTheMapClaimsNothingThatItCouldHaveLost(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 8 * MIB, "SIMULATED");
                    bench.script = "speed 2M";
                    bench.storage.device().rate(MIB);
                    bench.storage.volume().closeReportsErrors(true);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(2));
                    // From now on nothing that is on its way arrives, and only close will tell.
                    bench.storage.on(CallKind.SYNC_DATA).hangForEver();
                    bench.storage.device().failWrites(1000, Errno.EIO);
                    rip.stop();
                    bench.sleep(Duration.ofSeconds(1));
                    rip.stop();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                    assertThat(verdict.durable()).isFalse();
                    bench.files().assertMapHolds();
                    bench.kill();
                    bench.files().assertMapHolds();
                    bench.script = "speed 100M";
                    bench.storage.device().heal();
                    var then = bench.rip();
                    assertThat(then.outcome()).as(then.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** The map and the files beside the image have no barrier but their own sync and close. */
    @Test
    void aMapWhoseCloseFailsIsNotPutInPlace() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 3 * MIB, "SIMULATED");
                    bench.storage
                            .on(CallKind.CLOSE)
                            .pathEndsWith(".map.tmp")
                            .first(1)
                            .fail(Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    var renamed =
                            bench.storage.trace(CallKind.RENAME_OVER).stream()
                                    .filter(call -> call.path().endsWith(".map.tmp"))
                                    .count();
                    var closed =
                            bench.storage.trace(CallKind.CLOSE).stream()
                                    .filter(call -> call.path().endsWith(".map.tmp"))
                                    .count();
                    assertThat(renamed).isEqualTo(closed - 1);
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                            .isEqualTo(3L * MIB);
                    bench.files().assertComplete();
                });
    }
}
