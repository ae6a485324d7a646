package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a rip tells of the way it writes back: the policy that was decided, the mechanism, why. */
@Tag("unit")
final class PolicyEventTest {
    private static List<RipEvent.StateChanged> changes(Bench bench, String what) {
        var rip = bench.start();
        assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
        return rip.takeEvents().stream()
                .filter(RipEvent.StateChanged.class::isInstance)
                .map(RipEvent.StateChanged.class::cast)
                .filter(change -> change.what().equals(what))
                .toList();
    }

    private static RipEvent.StateChanged only(List<RipEvent.StateChanged> changes) {
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    @Test
    void autoTellsWhatItTookAndWhy() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    var change = only(changes(bench, "policy"));
                    assertThat(change.from()).isEqualTo("auto");
                    assertThat(change.to()).isEqualTo("steady");
                    assertThat(change.why()).contains("longest stall is a small part of classic's");
                });
    }

    @Test
    void inMemoryItTookPlain() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    bench.storage.volume().type(0x01021994L);
                    var change = only(changes(bench, "policy"));
                    assertThat(change.to()).isEqualTo("plain");
                    assertThat(change.why())
                            .isEqualTo("there is no device behind it to write back to");
                });
    }

    @Test
    void onAServerTheReasonIsTheBound() {
        for (long type : new long[] {0x6969, 0xFE534D42L, 0x65735546}) {
            var _ =
                    Bench.with(bench -> {
                        bench.policy = PolicyChoice.standard();
                        bench.storage.volume().type(type);
                        var change = only(changes(bench, "policy"));
                        assertThat(change.to()).isEqualTo("steady");
                        assertThat(change.why()).contains("on the way to a server");
                    });
        }
    }

    @Test
    void aWishForABudgetMeansSteadyInMemoryToo() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.volume().type(0x01021994L);
                    bench.policy =
                            new PolicyChoice(
                                    PolicyChoice.Policy.AUTO,
                                    PolicyChoice.Controller.AUTO,
                                    OptionalLong.empty(),
                                    Optional.empty(),
                                    OptionalLong.of(8L * TestImage.MIB));
                    var change = only(changes(bench, "policy"));
                    assertThat(change.to()).isEqualTo("steady");
                    assertThat(change.why()).contains("budget");
                });
    }

    @Test
    void aPolicyThatWasAskedForIsNoNews() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.steady(Mechanism.RANGE);
                    assertThat(changes(bench, "policy")).isEmpty();
                });
    }

    @Test
    void theMechanismIsToldOnceWithItsReason() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    var change = only(changes(bench, "mechanism"));
                    assertThat(change.from()).isEmpty();
                    assertThat(change.to()).isEqualTo("direct");
                    assertThat(change.why())
                            .isEqualTo("ext4 offers O_DIRECT for this file in steps of 512 bytes");
                });
    }

    @Test
    void aStepDownInMidFileIsToldWithItsReason() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = TestPolicies.auto();
                    bench.image = TestImage.iso(1, 6 * TestImage.MIB, "SIMULATED");
                    bench.script = "speed 4M";
                    bench.storage
                            .on(CallKind.WRITE)
                            .pathEndsWith(".part")
                            .nth(4)
                            .fail(Errno.EINVAL);
                    var told = changes(bench, "mechanism");
                    assertThat(told).hasSize(2);
                    assertThat(told.getLast().from()).isEqualTo("direct");
                    assertThat(told.getLast().to()).isEqualTo("dontcache");
                    assertThat(told.getLast().why()).contains("pwrite");
                    assertThat(told.getLast().seconds()).isGreaterThan(told.getFirst().seconds());
                    bench.files().assertComplete();
                    var verdict = bench.files().record().verdict().orElseThrow();
                    assertThat(verdict.mechanism()).isEqualTo("dontcache");
                    assertThat(verdict.policy()).isEqualTo("steady");
                });
    }
}
