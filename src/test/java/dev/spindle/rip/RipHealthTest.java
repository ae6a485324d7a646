package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.Health;
import dev.spindle.timeline.Side;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The health of the destination in whole rips, from the events that a rip tells. */
@Tag("unit")
final class RipHealthTest {
    private static final int MIB = TestImage.MIB;

    static Stream<PolicyChoice> steady() {
        return Stream.of(
                TestPolicies.steady(Mechanism.RANGE),
                TestPolicies.steady(Mechanism.DATASYNC),
                TestPolicies.auto());
    }

    private static List<RipEvent.StateChanged> healthOf(Rip rip) {
        var changes = new ArrayList<RipEvent.StateChanged>();
        for (RipEvent event : rip.takeEvents()) {
            if (event instanceof RipEvent.StateChanged change && change.what().equals("health")) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** The disk stands still for a minute: said so, one call shown, and in the end all is well. */
    @ParameterizedTest
    @MethodSource("steady")
    void aFreezeIsDegradedThenRecoveringThenHealthy(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(3, 48 * MIB, "SIMULATED");
                    bench.script = "speed 500K";
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(10));
                    bench.storage.device().freeze();
                    bench.sleep(Duration.ofSeconds(20));
                    assertThat(rip.snapshot().sample().health()).isNotEqualTo(Health.DEGRADED);
                    assertThat(rip.snapshot().notice())
                            .as("it is told long before it counts as degraded")
                            .startsWith("The destination has not moved for ");
                    bench.sleep(Duration.ofSeconds(35));
                    assertThat(rip.snapshot().sample().health()).isEqualTo(Health.DEGRADED);
                    assertThat(rip.snapshot().notice()).isEmpty();
                    assertThat(rip.snapshot().stuckCalls()).isPositive();
                    assertThat(rip.snapshot().healthReason()).isNotBlank();
                    long unconfirmed = rip.snapshot().sample().unconfirmedBytes();
                    assertThat(unconfirmed).isLessThanOrEqualTo(4L * MIB);
                    bench.storage.device().thaw();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    var changes = healthOf(rip);
                    assertThat(changes)
                            .extracting(RipEvent.StateChanged::to)
                            .containsSubsequence("DEGRADED", "RECOVERING", "HEALTHY");
                    assertThat(changes.getLast().to()).isEqualTo("HEALTHY");
                    assertThat(changes).allMatch(change -> !change.from().equals(change.to()));
                    assertThat(verdict.stalledSeconds().get(Side.STORAGE)).isGreaterThan(30);
                    assertThat(verdict.stalledSeconds().getOrDefault(Side.DRIVE, 0.0))
                            .as("the drive is not blamed")
                            .isLessThan(1);
                });
    }

    /** A drive that memory can follow for minutes; the server is dead after 20 s. */
    private static Rip slowRipOntoADeadServer(Bench bench) {
        bench.policy = TestPolicies.steady(Mechanism.DATASYNC);
        bench.image = TestImage.iso(3, 4 * MIB, "SIMULATED");
        bench.script = "speed 28K";
        var rip = bench.start();
        bench.sleep(Duration.ofSeconds(20));
        bench.storage.device().freeze();
        return rip;
    }

    /** Memory goes on taking what a slow drive gives: that tells nothing of a dead server. */
    @Test
    void aDeadServerIsDegradedThoughMemoryTakesMore() {
        var _ =
                Bench.with(bench -> {
                    var rip = slowRipOntoADeadServer(bench);
                    bench.sleep(Duration.ofSeconds(15));
                    long taken = rip.snapshot().sample().writtenBytes();
                    bench.sleep(Duration.ofSeconds(10));
                    assertThat(rip.snapshot().sample().writtenBytes()).isGreaterThan(taken);
                    bench.sleep(Duration.ofSeconds(20));
                    assertThat(rip.snapshot().sample().health()).isEqualTo(Health.DEGRADED);
                    bench.storage.device().thaw();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    assertThat(healthOf(rip).getLast().to()).isEqualTo("HEALTHY");
                });
    }

    /**
     * A count that is not there, or never moves, says nothing: then a taken byte is all there is.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereNothingTellsWhatMemoryTakesCounts(boolean isCounted) {
        var _ =
                Bench.with(bench -> {
                    bench.storage.volume().countsWrites(isCounted);
                    bench.storage.volume().countStands(true);
                    var rip = slowRipOntoADeadServer(bench);
                    bench.sleep(Duration.ofSeconds(25));
                    assertThat(rip.snapshot().sample().health()).isEqualTo(Health.SLOW);
                    bench.sleep(Duration.ofSeconds(20));
                    assertThat(rip.snapshot().sample().health()).isEqualTo(Health.SLOW);
                    bench.storage.device().thaw();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** Two megabytes a second are slow, and never more than that. */
    @ParameterizedTest
    @MethodSource("steady")
    void aSlowDiskIsSlowAndNeverDegraded(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(3, 32 * MIB, "SIMULATED");
                    bench.script = "speed 10M";
                    bench.storage.device().rate(2_000_000);
                    var rip = bench.start();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(healthOf(rip))
                            .extracting(RipEvent.StateChanged::to)
                            .contains("SLOW")
                            .doesNotContain("DEGRADED", "RECOVERING");
                    assertThat(verdict.stalledSeconds().getOrDefault(Side.DRIVE, 0.0))
                            .isLessThan(1);
                    bench.files().assertComplete();
                });
    }

    /** A drive slower than the disk is the drive's matter: the destination is well. */
    @ParameterizedTest
    @MethodSource("steady")
    void aSlowDriveSaysNothingAgainstTheDisk(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(3, 8 * MIB, "SIMULATED");
                    bench.script = "speed 200K\nslow 1000 400 20K";
                    bench.storage.device().rate(2_000_000);
                    var rip = bench.start();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(healthOf(rip)).isEmpty();
                    assertThat(verdict.stalledSeconds().getOrDefault(Side.STORAGE, 0.0))
                            .as("the storage is not blamed")
                            .isLessThan(1);
                    assertThat(verdict.stalledSeconds().get(Side.DRIVE)).isGreaterThan(10);
                });
    }
}
