package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Power cuts and kills at any moment: what is gone on with ends as if nothing had happened. */
@Tag("unit")
final class EngineCrashTest {
    private static final int MIB = TestImage.MIB;
    private static final int CUTS = Integer.getInteger("crashes", 200);

    /** At most so many cuts in one rip, each while the rip goes on from the one before. */
    private static final int MOST_CUTS = 3;

    private interface Disaster {
        void strike(Bench bench, long seed);
    }

    private static void survives(long seed, Disaster disaster) {
        var random = new SplittableRandom(seed);
        var _ =
                Bench.with(
                        seed,
                        bench -> {
                            setUp(bench, random);
                            // A long one has barriers on its way.
                            boolean isLong = random.nextInt(4) == 0;
                            bench.script = isLong ? "speed 60K" : "speed 8M";
                            if (isLong) {
                                // Slow, so that bytes are written while a barrier is on its way.
                                bench.storage.device().rate(random.nextInt(70_000, 400_000));
                            }
                            int longestMillis = isLong ? 50_000 : 900;
                            int cuts = 1 + random.nextInt(MOST_CUTS);
                            for (int cut = 0; cut < cuts; cut++) {
                                var _ = bench.start();
                                bench.sleep(Duration.ofMillis(random.nextInt(longestMillis)));
                                disaster.strike(bench, random.nextLong());
                                bench.files().assertMapHolds();
                            }
                            bench.script = "speed 8M";
                            bench.storage.device().rate(Long.MAX_VALUE);
                            var verdict = bench.rip();
                            boolean wasComplete = bench.storage.insight().exists(second(bench));
                            assertThat(verdict.outcome())
                                    .as(verdict.text())
                                    .isEqualTo(RipOutcome.COMPLETE);
                            bench.files().assertComplete();
                            if (wasComplete) {
                                bench.files("SIMULATED-2").assertComplete();
                            }
                        });
    }

    /** The rip may have been complete before the cut: then the next one takes the next name. */
    private static String second(Bench bench) {
        return bench.files("SIMULATED-2").paths().image();
    }

    private static void setUp(Bench bench, SplittableRandom random) {
        bench.image =
                TestImage.iso(random.nextLong(), MIB + random.nextInt(3) * 700_001, "SIMULATED");
        bench.storage.device().rate((1 + random.nextInt(16)) * (long) MIB);
        long chunkBytes = random.nextInt(1, 1000) * 1024L;
        bench.policy =
                switch (random.nextInt(6)) {
                    case 0 -> PolicyChoice.plain();
                    case 1 ->
                            new PolicyChoice(
                                    PolicyChoice.Policy.CLASSIC,
                                    PolicyChoice.Controller.FIXED,
                                    chunkBytes);
                    default ->
                            new PolicyChoice(
                                    PolicyChoice.Policy.STEADY,
                                    PolicyChoice.Controller.FIXED,
                                    OptionalLong.of(chunkBytes),
                                    Optional.of(List.of(Mechanism.values()).get(random.nextInt(4))),
                                    OptionalLong.empty());
                };
    }

    @Test
    void aPowerCutLeavesAStateThatIsGoneOnWith() {
        for (long seed = 0; seed < CUTS; seed++) {
            runSeed(seed, Bench::cutPower);
        }
    }

    @Test
    void aKilledProgramLeavesAStateThatIsGoneOnWith() {
        for (long seed = 1000; seed < 1000 + CUTS; seed++) {
            runSeed(seed, (bench, _) -> bench.kill());
        }
    }

    private static void runSeed(long seed, Disaster disaster) {
        try {
            survives(seed, disaster);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}
