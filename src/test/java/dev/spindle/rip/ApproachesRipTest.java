package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Approach;
import dev.spindle.drive.Sense;
import dev.spindle.drive.linux.LinuxDrives;
import dev.spindle.drive.linux.PlayedDrive;
import dev.spindle.drive.linux.PlayedFacts;
import dev.spindle.rescue.DriveLessons;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Bad sectors of a drive that takes commands: what helps is tried, counted and remembered. */
@Tag("unit")
class ApproachesRipTest {
    private static final long BAD_LBA = 4000;
    private static final int BAD_SECTORS = 6;

    private final Map<DriveMemory.Key, DriveLessons> remembered = new HashMap<>();

    private void with(BiConsumer<Bench, PlayedDrive> body) {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 16 * TestImage.MIB, "SIMULATED");
                    bench.retries = 8;
                    bench.memory = memory();
                    var played = new PlayedDrive(bench.image);
                    var drives =
                            new LinuxDrives(bench.baton, bench.storage, played, new PlayedFacts());
                    bench.opener = Optional.of(address -> drives.open(address).orElseThrow());
                    bench.drive = "/dev/sr0";
                    attribute(bench, "vendor", "PIONEER");
                    attribute(bench, "model", "BD-RW   BDR-209D");
                    for (long lba = BAD_LBA; lba < BAD_LBA + BAD_SECTORS; lba++) {
                        played.bad.put(lba, Sense.UNRECOVERED_READ_ERROR);
                    }
                    body.accept(bench, played);
                    assertThat(played.openDevices).isZero();
                });
    }

    private DriveMemory memory() {
        return new DriveMemory() {
            @Override
            public Optional<DriveLessons> recall(Key key, StopToken stop) {
                return Optional.ofNullable(remembered.get(key));
            }

            @Override
            public void learn(Key key, DriveLessons lessons) {
                remembered.put(key, lessons);
            }
        };
    }

    private static void attribute(Bench bench, String name, String value) {
        bench.storage
                .insight()
                .file("/sys/block/sr0/device/" + name, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertCameBy(Bench bench, String means) {
        var verdict = bench.rip();
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        bench.files().assertComplete();
        var counted = bench.files().record().verdict().orElseThrow().rescue().orElseThrow().means();
        assertThat(counted)
                .hasEntrySatisfying(means, did -> assertThat(did.sectors()).isEqualTo(BAD_SECTORS));
    }

    @Test
    void aDiscThatReadsAfterARestIsRested() {
        with((bench, played) -> {
            played.onRest = played.bad::clear;
            assertCameBy(bench, "retry rested");
        });
    }

    @Test
    void whatOnlyTheKernelGetsComesByTheBlockDevice() {
        with((bench, played) -> {
            bench.storage.insight().file("/dev/sr0", bench.image);
            assertCameBy(bench, "retry block-device");
        });
    }

    /** The sectors before it are read again, and then it reads. */
    @Test
    void aSectorThatNeedsARunUpGetsOne() {
        with((bench, played) -> {
            var lastEnd = new AtomicLong(-1);
            played.onRead =
                    (lba, sectors) -> {
                        long before = lastEnd.getAndSet(sectors > 1 ? lba + sectors : -1);
                        if (sectors == 1 && before >= 0 && before <= lba && lba < before + 64) {
                            played.bad.remove(lba);
                        }
                    };
            assertCameBy(bench, "retry run-up");
        });
    }

    /** Speeds are the user's once he has chosen one: no retry is called one at full speed. */
    @Test
    void fullSpeedIsNoOtherWayWhereTheUserChoseTheSpeed() {
        with((bench, played) -> {
            bench.wishes = new DriveWishes(Optional.of(new ReadSpeed.Times(4)), false);
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            var counted =
                    bench.files().record().verdict().orElseThrow().rescue().orElseThrow().means();
            assertThat(counted.keySet())
                    .contains("retry run-up", "retry rested")
                    .doesNotContain("retry fastest");
        });
    }

    @Test
    void theNextDiscInADriveOfThisModelBeginsWithWhatWasLearned() {
        with((bench, played) -> {
            played.onRest = played.bad::clear;
            assertCameBy(bench, "retry rested");
            assertThat(remembered).hasSize(1);
            var lessons = remembered.values().iterator().next();
            assertThat(remembered.keySet().iterator().next().model())
                    .isEqualTo("PIONEER BD-RW   BDR-209D 1.50");
            assertThat(lessons.approaches())
                    .hasEntrySatisfying(
                            Approach.RESTED,
                            way -> assertThat(way.successes()).isGreaterThan(BAD_SECTORS - 1.0));
        });
    }

    @Test
    void nothingIsRememberedOfImages() {
        var _ =
                Bench.with(bench -> {
                    bench.memory = memory();
                    var _ = bench.rip();
                    assertThat(remembered).isEmpty();
                });
    }
}
