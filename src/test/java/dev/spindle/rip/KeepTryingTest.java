package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.Outlook;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rip.RipSnapshot.Phase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

/** The user wants bad sectors to be tried more often than was asked for. */
@Tag("unit")
final class KeepTryingTest {
    /** The large read, the sector by itself, three retries: the fourth retry brings it. */
    private static final String STUBBORN = "speed 20M\nbad 200 1 times 5 cost 500ms";

    private static Rip retrying(Bench bench) {
        var rip = bench.start();
        bench.awaitPhase(rip, Phase.RETRYING);
        return rip;
    }

    @Test
    void theRetriesThatWereAskedForAreNotEnoughForIt() {
        var _ =
                Bench.with(bench -> {
                    bench.script = STUBBORN;
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                });
    }

    @Test
    void bringsASectorThatReadsLater() {
        for (long seed = 1; seed <= 20; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.script = STUBBORN;
                                var rip = retrying(bench);
                                bench.sleep(Duration.ofSeconds(1));
                                rip.keepTrying();
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    /** Each call is another budget. */
    @Test
    void canBeRepeated() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 200 1 times 11 cost 500ms";
                    var rip = retrying(bench);
                    rip.keepTrying();
                    rip.keepTrying();
                    rip.keepTrying();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                });
    }

    /** The reader has come to the end of the plan, the rip has not. */
    @Test
    void goesOnWhereTheReaderHadEnded() {
        for (long seed = 1; seed <= 20; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.script = "speed 20M\nbad 200 1 times 5";
                                bench.storage.device().rate(500_000);
                                var rip = bench.start();
                                bench.awaitPhase(rip, Phase.FLUSHING);
                                assertThat(rip.snapshot().badBytes()).isEqualTo(2048);
                                rip.keepTrying();
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
        }
    }

    @Test
    void theOutlookTellsThatThereIsMoreToDo() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 200 4 cost 2s";
                    var rip = retrying(bench);
                    bench.sleep(Duration.ofSeconds(10));
                    double before = rip.snapshot().outlook().map(Outlook::seconds).orElseThrow();
                    rip.keepTrying();
                    bench.sleep(Duration.ofMillis(200));
                    assertThat(rip.snapshot().outlook().map(Outlook::seconds).orElseThrow())
                            .isGreaterThan(before + 10);
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                });
    }

    /** Also where nobody asked for a retry, and where time was short. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void liftsTheOtherLimitsToo(int retries) {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 200 2 times 3 cost 500ms";
                    bench.retries = retries;
                    bench.passes =
                            EnumSet.of(
                                    ReadCommand.Pass.SWEEP,
                                    ReadCommand.Pass.BACK,
                                    ReadCommand.Pass.TRIM,
                                    ReadCommand.Pass.SCRAPE);
                    bench.until = Optional.of(Duration.ofSeconds(1));
                    var rip = retrying(bench);
                    rip.keepTrying();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                });
    }

    @Test
    void goodEnoughIsTheLastWord() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 20M\nbad 200 20 cost 500ms";
                    var rip = retrying(bench);
                    rip.keepTrying();
                    rip.goodEnough();
                    rip.keepTrying();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(2));
                    assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                            .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                });
    }
}
