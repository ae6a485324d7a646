package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.DamagePicture.Kind;
import dev.spindle.rescue.ReadCommand.Pass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan on damaged discs, against a plain set of sectors. */
@Tag("unit")
final class StrategiesTest {
    private static final int RETRIES = 3;
    private static final int[] SEEDS = {0, 3, 8};

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsWhateverReadsAndNothingTwice(Kind kind) {
        for (int seed : SEEDS) {
            var picture = new DamagePicture(kind, seed);
            var run = new RescueRun(picture, Effort.retries(RETRIES));
            assertThat(run.disc().readAgain()).as("%s %d", kind, seed).isZero();
            assertThat(run.disc().recovered())
                    .as("%s %d", kind, seed)
                    .isEqualTo(picture.readable());
            assertThat(run.map().with(SectorStatus.FINISHED))
                    .as("%s %d", kind, seed)
                    .isEqualTo(run.readBytes());
            assertThat(run.map().bytes(SectorStatus.FINISHED) + run.map().bytes(SectorStatus.BAD))
                    .as("%s %d: nothing is forgotten", kind, seed)
                    .isEqualTo(run.map().sizeBytes());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void triesABadSectorOnlyAsOftenAsAsked(Kind kind) {
        for (int seed : SEEDS) {
            var picture = new DamagePicture(kind, seed);
            var run = new RescueRun(picture, Effort.retries(RETRIES));
            long retries =
                    run.points().stream().filter(p -> p.command().pass() == Pass.RETRY).count();
            long large =
                    run.points().stream()
                            .filter(p -> !p.isGood() && p.command().sectors() > 1)
                            .count();
            int bad = 0;
            for (int lba = 0; lba < DamagePicture.SECTORS; lba++) {
                bad += picture.failures(lba) > 0 ? 1 : 0;
            }
            assertThat(retries).isLessThanOrEqualTo((long) RETRIES * bad);
            assertThat(run.disc().badReads() - large)
                    .as("%s %d: alone, at first and again", kind, seed)
                    .isLessThanOrEqualTo((RETRIES + 1L) * bad);
            assertThat(large).as("%s %d: in large reads", kind, seed).isLessThanOrEqualTo(40);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DEAD", "SCRATCH"})
    void goesPastADeadStretchInFewReads(Kind kind) {
        for (int seed : SEEDS) {
            var run = new RescueRun(new DamagePicture(kind, seed), Effort.retries(0));
            var sweep =
                    run.points().stream().filter(p -> p.command().pass() == Pass.SWEEP).toList();
            assertThat(sweep.stream().filter(p -> !p.isGood()).count()).isBetween(1L, 6L);
            assertThat(sweep.getLast().sectors()).isGreaterThan(DamagePicture.SECTORS * 95 / 100);
        }
    }
}
