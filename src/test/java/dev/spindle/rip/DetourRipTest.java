package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.run.Deadline;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Side;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A rip that is taken off its destination goes on by way of a local folder, and loses nothing. */
@Tag("unit")
final class DetourRipTest {
    private static final int MIB = TestImage.MIB;
    private static final String STAGING = "/local/staging";
    private static final String ARRIVED = Bench.FOLDER + "/SIMULATED.iso";

    private static List<String> with(long seed, Consumer<Bench> body) {
        return Bench.with(
                seed,
                bench -> {
                    bench.image = TestImage.iso(seed, 16 * MIB, "SIMULATED");
                    bench.script = "speed 4M";
                    bench.ringBytes = OptionalLong.of(2L * MIB);
                    bench.storage.insight().folder(STAGING);
                    body.accept(bench);
                });
    }

    private static void assertArrived(Bench bench, RipVerdict verdict) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        assertThat(verdict.file()).isEqualTo(ARRIVED);
        bench.files().assertComplete();
        assertThat(bench.storage.insight().paths())
                .filteredOn(path -> path.startsWith(STAGING + "/"))
                .isEmpty();
    }

    private static List<String> told(Rip rip) {
        return rip.takeEvents().stream()
                .filter(RipEvent.Noticed.class::isInstance)
                .map(event -> ((RipEvent.Noticed) event).text())
                .toList();
    }

    private static void awaitHealth(Bench bench, Rip rip, Health health) {
        while (rip.snapshot().sample().health() != health) {
            assertThat(rip.snapshot().verdict()).isEmpty();
            bench.sleep(Duration.ofMillis(100));
        }
    }

    /** The share stands still in mid-rip; the drive need not wait for it. */
    @Test
    void goesOnWhereTheDestinationStandsStill() {
        var hung =
                with(
                        1,
                        bench -> {
                            bench.storage
                                    .on(CallKind.WRITE)
                                    .path(ARRIVED + ".part")
                                    .nth(5)
                                    .hang(Duration.ofSeconds(90));
                            long startNanos = bench.baton.nanoTime();
                            var rip = bench.start();
                            awaitHealth(bench, rip, Health.DEGRADED);
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofSeconds(2));
                            var now = rip.snapshot();
                            assertThat(now.verdict()).isEmpty();
                            assertThat(now.phase()).isEqualTo(Phase.SWEEPING);
                            assertThat(now.file().orElseThrow()).startsWith(STAGING);
                            bench.sleep(Duration.ofSeconds(10));
                            assertThat(rip.snapshot().notice())
                                    .isEqualTo(Moves.waits(STAGING, Bench.FOLDER));
                            var verdict = bench.end(rip);
                            assertArrived(bench, verdict);
                            assertThat(verdict.text())
                                    .containsPattern(
                                            " Before the rip was taken off its destination, 100 %"
                                                    + " of the [0-9.]+ s of waiting was the"
                                                    + " destination");
                            assertThat(verdict.totalSeconds())
                                    .as("from the start of the first half")
                                    .isCloseTo(
                                            (bench.baton.nanoTime() - startNanos) / 1e9,
                                            within(0.5));
                            assertThat(verdict.stalledSeconds().get(Side.STORAGE))
                                    .as("of both, the 90 s of the hung call")
                                    .isGreaterThan(80);
                            assertThat(bench.files().record().verdict().orElseThrow().text())
                                    .isEqualTo(verdict.text());
                            assertThat(told(rip))
                                    .contains(
                                            "The rip is taken off "
                                                    + Bench.FOLDER
                                                    + ": the disc is read to "
                                                    + STAGING
                                                    + " first, and the image is moved on from"
                                                    + " there; what has arrived stays.");
                        });
        assertThat(hung).as("the call has returned by itself").isEmpty();
    }

    /** Nobody has to wait for a share that never comes back: the image is safe where it is. */
    @Test
    void aStopEndsTheWaitForTheDestination() {
        var _ =
                with(
                        1,
                        bench -> {
                            bench.storage
                                    .on(CallKind.WRITE)
                                    .path(ARRIVED + ".part")
                                    .nth(5)
                                    .hangForEver();
                            var rip = bench.start();
                            awaitHealth(bench, rip, Health.DEGRADED);
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofMinutes(10));
                            assertThat(rip.snapshot().verdict()).isEmpty();
                            rip.stop();
                            bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
                            var verdict = rip.snapshot().verdict().orElseThrow();
                            assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                            assertThat(verdict.text())
                                    .startsWith("Stopped before the first byte was moved.")
                                    .contains("One call still hangs in the kernel")
                                    .contains(
                                            "name "
                                                    + STAGING
                                                    + "/SIMULATED.iso in place of the drive");
                            bench.kill();
                            bench.drive = STAGING + "/SIMULATED.iso";
                            bench.staging = Optional.of(STAGING);
                            assertArrived(bench, bench.rip());
                        });
    }

    /** Whenever it is asked for, nobody loses a byte, and whoever looks sees one rip. */
    @Test
    void losesNothingWhereverItIsTaken() {
        for (long seed = 1; seed <= 60; seed++) {
            long chosen = seed;
            var random = new SplittableRandom(seed);
            var delay = Duration.ofMillis(random.nextInt(5_500));
            boolean stops = random.nextInt(3) == 0;
            var stop = Duration.ofMillis(random.nextInt(3_000));
            var _ =
                    with(
                            chosen,
                            bench -> {
                                var rip = bench.start();
                                bench.sleep(delay);
                                boolean isOver = rip.snapshot().verdict().isPresent();
                                rip.detour(STAGING);
                                if (stops) {
                                    bench.sleep(stop);
                                    rip.stop();
                                    bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
                                }
                                var verdict = bench.end(rip);
                                if (!stops || isOver) {
                                    assertThat(verdict.outcome())
                                            .as("seed %d: %s", chosen, verdict.text())
                                            .isEqualTo(RipOutcome.COMPLETE);
                                }
                                bench.staging = Optional.of(STAGING);
                                assertArrived(bench, bench.rip());
                            });
        }
    }

    /** Once a verdict was told it stands. */
    @Test
    void aVerdictIsNotTakenBack() {
        var _ =
                with(
                        1,
                        bench -> {
                            var rip = bench.start();
                            var verdict = bench.end(rip);
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofSeconds(5));
                            assertThat(rip.snapshot().verdict()).contains(verdict);
                            assertThat(rip.awaitEnd(Deadline.never())).isTrue();
                            assertThat(bench.discs).hasSize(1);
                        });
    }

    /** Whoever stops it wants it stopped, and not begun again elsewhere. */
    @Test
    void aStopMeanwhileIsTheLastWord() {
        var _ =
                with(
                        1,
                        bench -> {
                            bench.storage
                                    .on(CallKind.WRITE)
                                    .path(ARRIVED + ".part")
                                    .nth(5)
                                    .hang(Duration.ofMillis(5_300));
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(5));
                            rip.detour(STAGING);
                            rip.stop();
                            bench.timeToEndAtMost(rip, Duration.ofSeconds(2));
                            var verdict = rip.snapshot().verdict().orElseThrow();
                            assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                            assertThat(bench.discs).hasSize(1);
                            bench.files().assertMapHolds();
                        });
    }

    /** The rip may come to itself again: it does not end for a folder that is of no use. */
    @Test
    void aFolderThatCannotBeUsedEndsNothing() {
        var _ =
                with(
                        1,
                        bench -> {
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(1));
                            rip.detour("/nowhere/at/all");
                            bench.sleep(Duration.ofSeconds(1));
                            assertThat(rip.detourFolder()).isEmpty();
                            assertThat(rip.snapshot().phase()).isEqualTo(Phase.SWEEPING);
                            assertThat(rip.snapshot().notice()).startsWith("/nowhere");
                            assertThat(told(rip)).containsExactly(rip.snapshot().notice());
                            assertThat(rip.snapshot().secondsLeft())
                                    .as("nothing is hidden")
                                    .isPresent();
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofSeconds(1));
                            assertThat(rip.detourFolder()).contains(STAGING);
                            assertArrived(bench, bench.end(rip));
                        });
    }

    @Test
    void aRipThatEndsMeanwhileHasItsOwnVerdict() {
        var hung =
                with(
                        1,
                        bench -> {
                            bench.storage.on(CallKind.LOOK_UP).path(STAGING).hangForEver();
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(1));
                            rip.detour(STAGING);
                            assertArrived(bench, bench.end(rip));
                            assertThat(bench.discs).hasSize(1);
                        });
        assertThat(hung).containsExactly("lookout");
    }

    /** Drives are read alone, and a command that nobody waits for still has its drive. */
    @Test
    void waitsForADriveThatIsStillInACommand() {
        var _ =
                with(
                        1,
                        bench -> {
                            bench.script = "speed 4M\nhang 2500 for 20s";
                            bench.onOpen =
                                    () ->
                                            assertThat(bench.discs)
                                                    .allMatch(MemorySource::isClosed, "given back");
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(3));
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofSeconds(7));
                            assertThat(rip.snapshot().verdict()).isEmpty();
                            assertThat(rip.snapshot().notice())
                                    .isEqualTo(
                                            "The drive is still in a command; the rip goes on once"
                                                    + " that has ended.");
                            bench.script = "speed 4M";
                            bench.sleep(Duration.ofSeconds(12));
                            var verdict = bench.end(rip);
                            assertArrived(bench, verdict);
                            assertThat(verdict.stalledSeconds().get(Side.DRIVE))
                                    .as("also between both halves")
                                    .isBetween(18.0, 20.0);
                        });
    }

    @Test
    void aStopEndsTheWaitForTheDrive() {
        var _ =
                with(
                        1,
                        bench -> {
                            bench.script = "speed 4M\nhang 2500";
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(3));
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofSeconds(60));
                            rip.stop();
                            bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
                            var verdict = rip.snapshot().verdict().orElseThrow();
                            assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                            assertThat(verdict.file()).isEqualTo(ARRIVED + ".part");
                        });
    }

    /** A share that says that it is away is away, as one that says nothing. */
    @Test
    void waitsForAShareThatAnswersWithErrors() {
        var _ =
                with(
                        1,
                        bench -> {
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(2));
                            var away =
                                    bench.storage
                                            .on(CallKind.LOOK_UP)
                                            .path(Bench.FOLDER)
                                            .fail(Errno.EHOSTDOWN);
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofMinutes(5));
                            assertThat(rip.snapshot().verdict()).isEmpty();
                            assertThat(rip.snapshot().notice())
                                    .isEqualTo(Moves.waits(STAGING, Bench.FOLDER));
                            away.remove();
                            var verdict = bench.end(rip);
                            assertArrived(bench, verdict);
                            assertThat(rip.stagedImage()).as("it has arrived").isEmpty();
                            assertThat(verdict.stalledSeconds().get(Side.STORAGE))
                                    .as("the wait was the share's")
                                    .isGreaterThan(200);
                        });
    }

    /** What can't be had at the destination is no reason to leave the disc unread. */
    @ParameterizedTest
    @EnumSource(
            value = Errno.class,
            names = {"EACCES", "ELOOP"})
    void aDestinationThatRefusesIsNoReasonToEnd(Errno errno) {
        var _ =
                with(
                        1,
                        bench -> {
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(2));
                            bench.storage.on(CallKind.LOOK_UP).path(Bench.FOLDER).fail(errno);
                            rip.detour(STAGING);
                            var verdict = bench.end(rip);
                            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                            assertThat(rip.stagedImage()).contains(STAGING + "/SIMULATED.iso");
                            assertThat(bench.storage.insight().content(STAGING + "/SIMULATED.iso"))
                                    .isEqualTo(bench.image);
                        });
    }

    /** What is safe at the destination is told, whatever became of the second half. */
    @Test
    void aSecondHalfThatComesToNothingLeavesTheFirst() {
        var _ =
                with(
                        1,
                        bench -> {
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(2));
                            bench.drive = "missing.iso";
                            bench.opener =
                                    Optional.of(_ -> {
                                        throw new IOException("the drive is gone; plug it in");
                                    });
                            rip.detour(STAGING);
                            var verdict = bench.end(rip);
                            assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                            assertThat(verdict.file()).isEqualTo(ARRIVED + ".part");
                            assertThat(verdict.text())
                                    .startsWith("the drive is gone; plug it in.")
                                    .contains("Stopped at ");
                            bench.files().assertMapHolds();
                        });
    }

    /** A pause holds the second half up as it did the first. */
    @Test
    void aPauseLastsOn() {
        var _ =
                with(
                        1,
                        bench -> {
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(1));
                            rip.pause();
                            rip.detour(STAGING);
                            bench.sleep(Duration.ofSeconds(60));
                            assertThat(rip.snapshot().verdict()).isEmpty();
                            assertThat(rip.snapshot().isPaused()).isTrue();
                            rip.resume();
                            assertArrived(bench, bench.end(rip));
                        });
    }
}
