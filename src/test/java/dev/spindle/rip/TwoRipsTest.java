package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipRequest.ResumeMode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** Two rips that want the same name. */
@Tag("unit")
final class TwoRipsTest {
    @Test
    void theSecondSaysWhoHasTheName() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 1M";
                    var first = bench.start();
                    bench.sleep(Duration.ofMillis(300));
                    bench.resume = ResumeMode.RESUME;
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text())
                            .contains("is being written by another rip (process 4711)");
                    assertThat(bench.end(first).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void twoDiscsOfOneLabelGetTwoNames() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 1M";
                    byte[] one = bench.image;
                    var first = bench.start();
                    bench.sleep(Duration.ofMillis(300));
                    bench.image = TestImage.iso(55, TestImage.MIB, "SIMULATED");
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.end(first).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files("SIMULATED-2").assertComplete();
                    bench.files().assertImage(one);
                });
    }

    /** Whatever the interleaving: nothing is overwritten, nobody fails for another reason. */
    @Test
    void atTheSameMomentOneWins() {
        var outcomes = new HashSet<RipOutcome>();
        for (long seed = 0; seed < 150; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.folder = "/out/new";
                                var rips = List.of(bench.start(), bench.start());
                                int complete = 0;
                                for (Rip rip : rips) {
                                    var verdict = bench.end(rip);
                                    outcomes.add(verdict.outcome());
                                    assertThat(verdict.outcome())
                                            .as(verdict.text())
                                            .isIn(
                                                    RipOutcome.COMPLETE,
                                                    RipOutcome.DESTINATION_FAILED);
                                    if (verdict.outcome() == RipOutcome.COMPLETE) {
                                        complete++;
                                    } else {
                                        assertThat(verdict.text()).contains("another rip");
                                    }
                                }
                                assertThat(complete).isPositive();
                                bench.files().assertComplete();
                            });
        }
        assertThat(outcomes).hasSize(2);
    }
}
