package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.timeline.Side;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of the stalled time is billed to the right side, over rips whose culprits are known. The
 * tables of {@code src/docs/attribution.md} are written to {@code target/attribution.md}.
 */
@Tag("unit")
final class AttributionScoreTest {
    private static final int SEEDS = Integer.getInteger("attribution.seeds", 40);
    private static final double ASKED = 0.98;
    private static final Map<BlameScenario.Family, BlameMatrix> SCORES =
            new EnumMap<>(BlameScenario.Family.class);

    @ParameterizedTest
    @EnumSource(BlameScenario.Family.class)
    void theRightSideIsBilled(BlameScenario.Family family) {
        var score = new BlameMatrix();
        SCORES.put(family, score);
        var wrong = new StringBuilder();
        for (long seed = 1; seed <= SEEDS; seed++) {
            var one = run(family, seed);
            score.addAll(one);
            if (one.share() < ASKED || !one.areVerdictsRight()) {
                wrong.append("\nseed ").append(seed).append(": ").append(one.line(family.title()));
            }
        }
        assertThat(score.share()).as("%s%s", family, wrong).isGreaterThanOrEqualTo(ASKED);
        assertThat(score.areVerdictsRight()).as("main culprits of %s%s", family, wrong).isTrue();
        if (family == BlameScenario.Family.NOBODY) {
            assertThat(score.stalledMillis()).as("%s%s", family, wrong).isZero();
        } else {
            assertThat(score.stalledMillis()).isGreaterThan(1000L * SEEDS);
        }
    }

    private static BlameMatrix run(BlameScenario.Family family, long seed) {
        var score = new BlameMatrix();
        var _ =
                Bench.with(
                        seed,
                        bench -> {
                            var scenario = BlameScenario.of(bench, family, seed);
                            var rip = scenario.start();
                            var billed = bench.end(rip).stalledSeconds();
                            var bill = BlameBill.of(rip);
                            assertThat(billed.values().stream().mapToDouble(s -> s).sum())
                                    .as("%s, seed %d: the verdict and the events", family, seed)
                                    .isCloseTo(bill.totalSeconds(), within(0.1));
                            score.add(scenario.truth(), bill);
                            assertThat(billed.get(scenario.main()))
                                    .as("%s, seed %d: what stalled is told", family, seed)
                                    .isGreaterThanOrEqualTo(scenario.leastSeconds());
                            score.verdict(
                                    family == BlameScenario.Family.NOBODY
                                            || mostOf(billed) == scenario.main());
                        });
        return score;
    }

    private static Side mostOf(Map<Side, Double> seconds) {
        var most = seconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        assertThat(most.getValue()).isPositive();
        return most.getKey();
    }

    @AfterAll
    static void keepTheTables() throws IOException {
        var all = new BlameMatrix();
        SCORES.values().forEach(all::addAll);
        String families =
                SCORES.entrySet().stream()
                        .map(score -> score.getValue().line(score.getKey().title()))
                        .collect(Collectors.joining("\n"));
        Files.writeString(
                Path.of("target", "attribution.md"), families + "\n\n" + all.rows() + "\n");
    }
}
