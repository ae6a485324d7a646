package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.image.ScriptedDrive;
import dev.spindle.drive.script.ScriptParser;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code --also}: a second drive reads the same disc onto the same map. */
@Tag("unit")
final class SecondDriveTest {
    private static final int MIB = TestImage.MIB;
    private static final String SECOND = "/dev/sr1";

    /** How the second drive behaves. */
    private String script = "speed 8M";

    /** What is in it; empty for the same disc. */
    private Optional<byte[]> inSecond = Optional.empty();

    private void with(long seed, Consumer<Bench> body) {
        var _ =
                Bench.with(
                        seed,
                        bench -> {
                            bench.image = TestImage.iso(1, 64 * MIB, "SIMULATED");
                            bench.script = "speed 8M";
                            bench.wishes =
                                    new DriveWishes(Optional.empty(), false, Optional.of(SECOND));
                            bench.opener = Optional.of(address -> drive(bench, address));
                            body.accept(bench);
                        });
    }

    private void with(Consumer<Bench> body) {
        with(1, body);
    }

    private ScriptedDrive drive(Bench bench, String address) throws IOException {
        boolean isSecond = address.equals(SECOND);
        byte[] disc = isSecond ? inSecond.orElse(bench.image) : bench.image;
        return new ScriptedDrive(
                bench.baton,
                new DriveInfo(address, "", "drive", "", "", true),
                ScriptParser.parse(isSecond ? script : bench.script),
                new MemorySource(disc, disc.length),
                Map.of());
    }

    private static Map<String, Long> sectorsByMeans(Bench bench) {
        var means = bench.files().record().verdict().orElseThrow().rescue().orElseThrow().means();
        var sectors = new HashMap<String, Long>();
        means.forEach((name, did) -> sectors.put(name, did.sectors()));
        return sectors;
    }

    private static void assertComplete(Bench bench, RipVerdict verdict) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        bench.files().assertComplete();
    }

    /** Alone it takes eight seconds; each sector is read once, but for where the two meet. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void bothReadHalfOfIt(PolicyChoice policy) {
        with(bench -> {
            bench.policy = policy;
            var verdict = bench.rip();
            assertComplete(bench, verdict);
            assertThat(verdict.readSeconds()).isBetween(4.0, 6.5);
            var sectors = sectorsByMeans(bench);
            assertThat(sectors.get("second drive")).isBetween(12_000L, 20_000L);
            assertThat(sectors.values().stream().mapToLong(n -> n).sum())
                    .as("counted once: %s", sectors)
                    .isEqualTo(64 * MIB / 2048);
        });
    }

    /** Each fills the holes of the other. */
    @Test
    void twoDamagedCopiesMakeAWholeImage() {
        with(bench -> {
            bench.script = "speed 8M\nbad 1000 40\nbad 30000 20";
            script = "speed 8M\nbad 5000 10\nbad 25000 60";
            assertComplete(bench, bench.rip());
        });
    }

    @Test
    void whatNeitherReadsIsAHole() {
        with(bench -> {
            bench.script = "speed 8M\nbad 1000 40\nbad 30000 20";
            script = "speed 8M\nbad 1020 40\nbad 30000 20";
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.badSectors()).isEqualTo(20 + 20);
            bench.files().assertMapHolds();
            bench.files().assertSha256();
        });
    }

    /** A pattern over what the second drive brings later would be a loss. */
    @Test
    void nothingIsFilledBeforeBothAreDone() {
        with(bench -> {
            bench.fill = Fill.PATTERN;
            bench.retries = 0;
            bench.script = "speed 100M\nbad 1000 40";
            script = "speed 1M\nbad 1020 10";
            var verdict = bench.rip();
            assertThat(verdict.badSectors()).isEqualTo(10);
            byte[] expected = bench.image.clone();
            byte[] unread = TestImage.unread(expected.length, bench.sectorBytes);
            int from = 1020 * TestImage.SECTOR;
            System.arraycopy(unread, from, expected, from, 10 * TestImage.SECTOR);
            bench.files().assertImage(expected);
            bench.files().assertMapHolds();
            bench.files().assertSha256();
        });
    }

    @Test
    void anotherDiscIsRefused() {
        with(bench -> {
            inSecond = Optional.of(TestImage.twin(bench.image));
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.REFUSED_INPUT);
            assertThat(verdict.text())
                    .startsWith("The disc in /dev/sr1 is not the one in the first drive");
            assertThat(bench.storage.insight().paths())
                    .noneMatch(path -> path.startsWith(Bench.FOLDER + "/"));
        });
    }

    /** It ends its own part only, and is named. */
    @Test
    void aSecondDriveThatIsPulledOutIsDoneWithout() {
        with(bench -> {
            script = "speed 8M\nunplug at 2s";
            var verdict = bench.rip();
            assertComplete(bench, verdict);
            assertThat(sectorsByMeans(bench).get("second drive")).isPositive();
        });
    }

    /** The second reads on to the end of what there is: then nobody misses the first. */
    @Test
    void aFirstDriveThatIsPulledOutIsMissedByNobody() {
        with(bench -> {
            bench.script = "speed 8M\nunplug at 2s";
            assertComplete(bench, bench.rip());
        });
    }

    /** What the second can't read either is left for the next time. */
    @Test
    void aFirstDriveThatIsPulledOutLosesNothingOfTheSecond() {
        with(bench -> {
            bench.script = "speed 8M\nunplug at 2s";
            script = "speed 8M\nbad 20000 30";
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DRIVE_FAILED);
            assertThat(bench.files().map().bytes(SectorStatus.FINISHED)).isGreaterThan(60L * MIB);
            bench.files().assertMapHolds();
            bench.script = "speed 8M";
            assertComplete(bench, bench.rip(ResumeMode.RESUME));
        });
    }

    /** A bad copy in the second drive must not cost what the first one reads. */
    @Test
    void whatOnlyTheSecondCannotReadIsReadByTheFirst() {
        for (int retries : new int[] {0, 3}) {
            with(bench -> {
                bench.retries = retries;
                script = "speed 8M\nbad 25000 60\nbad 31000 500";
                assertComplete(bench, bench.rip());
            });
        }
    }

    /** Each way is tried where the other drive fails as well. */
    @Test
    void theSecondsFailuresLeaveTheFirstsRetriesAlone() {
        with(bench -> {
            bench.script = "speed 8M\nbad 1000 40";
            script = "speed 8M\nbad 1000 40";
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            var means =
                    bench.files().record().verdict().orElseThrow().rescue().orElseThrow().means();
            long plain =
                    means.entrySet().stream()
                            .filter(did -> did.getKey().startsWith("retry"))
                            .mapToLong(did -> did.getValue().reads())
                            .sum();
            assertThat(plain).as("%s", means).isEqualTo(3 * 40);
        });
    }

    @Test
    void goodEnoughEndsASecondDriveThatIsLeftAlone() {
        with(bench -> {
            bench.retries = 0;
            bench.script = "speed 100M\nbad 1000 40";
            script = "speed 100M\nbad 1000 40 cost 10s";
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(60));
            assertThat(rip.snapshot().verdict()).isEmpty();
            rip.goodEnough();
            bench.timeToEndAtMost(rip, Duration.ofSeconds(12));
            assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
        });
    }

    @Test
    void theTimeLimitBindsBoth() {
        with(bench -> {
            bench.until = Optional.of(Duration.ofSeconds(2));
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.totalSeconds()).isLessThan(10);
            bench.files().assertMapHolds();
        });
    }

    @Test
    void aDestinationWithoutGapsIsRefused() {
        with(bench -> {
            bench.storage.volume().type(0x2011BAB0L);
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).contains("can't hold a file with gaps");
        });
    }

    /** No false word of the disc where it is the drive that fails. */
    @Test
    void aSecondDriveThatFailsAtOnceIsNamed() {
        with(bench -> {
            script = "speed 8M\nunplug at 0s";
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.REFUSED_INPUT);
            assertThat(verdict.text()).doesNotContain("is not the one");
        });
    }

    /** Once the first is done nobody waits for more than a command's longest time. */
    @Test
    void aSecondDriveThatHangsForEverIsLeft() {
        with(bench -> {
            script = "speed 8M\nhang 30000";
            var verdict = bench.rip();
            assertComplete(bench, verdict);
            assertThat(verdict.totalSeconds()).isBetween(60.0, 90.0);
        });
    }

    enum Hanging {
        FIRST,
        SECOND,
        BOTH
    }

    @ParameterizedTest
    @EnumSource(Hanging.class)
    void aStopIsAnsweredWhileDrivesHang(Hanging hanging) {
        for (long seed = 1; seed <= 4; seed++) {
            with(
                    seed,
                    bench -> {
                        bench.script =
                                hanging == Hanging.SECOND ? "speed 8M" : "speed 8M\nhang 3000";
                        script = hanging == Hanging.FIRST ? "speed 8M" : "speed 8M\nhang 30000";
                        var rip = bench.start();
                        bench.sleep(Duration.ofSeconds(10));
                        rip.stop();
                        assertThat(bench.timeToEnd(rip)).isLessThan(Duration.ofSeconds(1));
                        var verdict = rip.snapshot().verdict().orElseThrow();
                        assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                        bench.files().assertMapHolds();
                        bench.kill();
                        bench.script = "speed 8M";
                        script = "speed 8M";
                        assertComplete(bench, bench.rip(ResumeMode.RESUME));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void whatTheStorageLosesIsReadAgain(PolicyChoice policy) {
        for (int moment = 1; moment <= 3; moment++) {
            int seconds = moment;
            with(
                    moment,
                    bench -> {
                        bench.policy = policy;
                        var rip = bench.start();
                        bench.awaitPhase(rip, Phase.SWEEPING);
                        bench.sleep(Duration.ofSeconds(seconds));
                        bench.storage
                                .on(CallKind.SYNC_DATA)
                                .pathEndsWith(".part")
                                .first(1)
                                .fail(Errno.EIO);
                        assertComplete(bench, bench.end(rip));
                    });
        }
    }

    @Test
    void aPauseRestsBoth() {
        with(bench -> {
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.SWEEPING);
            bench.sleep(Duration.ofSeconds(1));
            rip.pause();
            bench.sleep(Duration.ofSeconds(1));
            long read = rip.snapshot().finishedBytes();
            bench.sleep(Duration.ofSeconds(20));
            assertThat(rip.snapshot().finishedBytes()).isEqualTo(read);
            rip.resume();
            assertComplete(bench, bench.end(rip));
        });
    }

    @Test
    void goodEnoughEndsBoth() {
        with(bench -> {
            bench.script = "speed 8M\nbad 1000 40 cost 500ms";
            script = "speed 8M\nbad 1000 40 cost 500ms";
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(15));
            rip.goodEnough();
            bench.timeToEndAtMost(rip, Duration.ofSeconds(2));
            assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
        });
    }
}
