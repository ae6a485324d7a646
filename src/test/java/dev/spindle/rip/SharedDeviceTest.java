package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Two rips onto one disk: together they leave no more in memory than one budget. */
@Tag("unit")
final class SharedDeviceTest {
    private static final int MIB = TestImage.MIB;
    private static final long BUDGET = 6L * MIB;
    private static final Duration LOOK = Duration.ofMillis(3);

    /** What was seen while both went on. */
    private static final class Seen {
        private long mostBytes;
        private long mostOfOneBytes;
        private int bothAtOnce;

        void look(Bench bench, List<String> parts) {
            long sum = 0;
            int with = 0;
            for (String part : parts) {
                long own = cachedAhead(bench, part);
                sum += own;
                with += own > 0 ? 1 : 0;
                mostOfOneBytes = Math.max(mostOfOneBytes, own);
            }
            bothAtOnce += with == 2 ? 1 : 0;
            mostBytes = Math.max(mostBytes, sum);
        }

        /** Not on the device yet: what the budget is about, from the kernel's side. */
        private static long cachedAhead(Bench bench, String part) {
            var insight = bench.storage.insight();
            return insight.exists(part)
                    ? insight.dirtyBytes(part) + insight.underWritebackBytes(part)
                    : 0;
        }
    }

    private static void prepare(Bench bench, Mechanism mechanism) {
        bench.policy =
                new PolicyChoice(
                        PolicyChoice.Policy.STEADY,
                        PolicyChoice.Controller.FIXED,
                        OptionalLong.of(MIB),
                        Optional.of(mechanism),
                        OptionalLong.of(BUDGET));
        bench.image = TestImage.iso(3, 20 * MIB, "SIMULATED");
        bench.storage.device().rate(8L * MIB);
    }

    private static Rip start(Bench bench, String name) {
        bench.name = Optional.of(name);
        return bench.start();
    }

    private static Seen followBoth(Bench bench, Rip one, Rip two) {
        var parts = List.of(Bench.FOLDER + "/one.iso.part", Bench.FOLDER + "/two.iso.part");
        var seen = new Seen();
        while (one.snapshot().verdict().isEmpty() || two.snapshot().verdict().isEmpty()) {
            seen.look(bench, parts);
            bench.sleep(LOOK);
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(
            value = Mechanism.class,
            names = {"RANGE", "DATASYNC"})
    void twoSteadyRipsShareOneBudgetToTheirEnd(Mechanism mechanism) {
        for (long seed = 1; seed <= 5; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                prepare(bench, mechanism);
                                var one = start(bench, "one");
                                var two = start(bench, "two");
                                var seen = followBoth(bench, one, two);
                                assertThat(bench.end(one).outcome()).isEqualTo(RipOutcome.COMPLETE);
                                assertThat(bench.end(two).outcome()).isEqualTo(RipOutcome.COMPLETE);
                                bench.files("one").assertComplete();
                                bench.files("two").assertComplete();
                                assertThat(seen.mostBytes)
                                        .as("never more than one budget")
                                        .isLessThanOrEqualTo(BUDGET);
                                assertThat(seen.mostBytes)
                                        .as("more than one file may use alone")
                                        .isGreaterThan(seen.mostOfOneBytes);
                                assertThat(seen.bothAtOnce)
                                        .as("both went on beside each other")
                                        .isGreaterThan(100);
                            });
        }
    }

    /** Neither starves: who began later is not kept waiting until the first has ended. */
    @Test
    void bothGoOnBesideEachOther() {
        var _ =
                Bench.with(bench -> {
                    prepare(bench, Mechanism.RANGE);
                    var one = start(bench, "one");
                    bench.sleep(Duration.ofSeconds(1));
                    var two = start(bench, "two");
                    var first = bench.end(one);
                    long behind = two.snapshot().sample().writtenBytes();
                    assertThat(behind).isGreaterThan(bench.image.length / 3L);
                    var second = bench.end(two);
                    assertThat(second.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(first.totalSeconds()).isLessThan(second.totalSeconds() + 1);
                });
    }

    /** What the one had unconfirmed when it was given up must not narrow the other for ever. */
    @Test
    void aRipThatIsGivenUpGivesItsShareBack() {
        var _ =
                Bench.with(bench -> {
                    prepare(bench, Mechanism.RANGE);
                    var one = start(bench, "one");
                    bench.sleep(Duration.ofSeconds(1));
                    bench.storage.device().freeze();
                    bench.sleep(Duration.ofSeconds(5));
                    one.stop();
                    one.stop();
                    assertThat(bench.end(one).outcome()).isEqualTo(RipOutcome.STOPPED);
                    bench.storage.device().thaw();
                    var two = start(bench, "two");
                    var verdict = bench.end(two);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.peakUnconfirmedBytes())
                            .as("all of its window of three chunks")
                            .isEqualTo(3L * MIB);
                    bench.files("two").assertComplete();
                });
    }
}
