package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.run.RoleWorker;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

/**
 * Rips with random requests and random troubles; whatever happens, the promises hold. {@code
 * -Dsimulations=4000} runs more, {@code -Dfrom=…} other seeds, {@code -Dseed=…} one again. Each
 * simulation is a world of its own, so as many run at once as there are processors.
 */
@Tag("unit")
final class EngineSimulationTest {
    private static final int SIMULATIONS = Integer.getInteger("simulations", 300);

    private static final int ENOUGH = 300;

    /** Who hangs in a call without end is stopped by then. */
    private static final Duration LONGEST = Duration.ofSeconds(150);

    /** Saving takes ten seconds at most, and what follows it hardly any. */
    private static final Duration LONGEST_SAVING = Duration.ofMillis(11_500);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final long FROM = Long.getLong("from", 0);

    /** So often a rip is gone on with while its troubles last. */
    private static final int MOST_ROUNDS = 3;

    private static final Optional<Rip> NOBODY = Optional.empty();

    private final Map<RipOutcome, Integer> outcomes =
            Collections.synchronizedMap(new EnumMap<>(RipOutcome.class));

    @Test
    void keepsItsPromisesWhateverHappens() {
        Long only = Long.getLong("seed");
        if (only != null) {
            run(only);
            return;
        }
        var failures = new ConcurrentLinkedQueue<AssertionError>();
        LongStream.range(FROM, FROM + SIMULATIONS)
                .parallel()
                .filter(_ -> failures.isEmpty())
                .forEach(seed -> {
                    try {
                        run(seed);
                    } catch (AssertionError found) {
                        failures.add(found);
                    }
                });
        if (!failures.isEmpty()) {
            throw failures.element();
        }
        System.out.println(SIMULATIONS + " simulations from seed " + FROM + ": " + outcomes);
        if (SIMULATIONS >= ENOUGH) {
            assertThat(outcomes.keySet())
                    .as("the troubles lead to every kind of end")
                    .containsExactlyInAnyOrder(
                            RipOutcome.COMPLETE,
                            RipOutcome.FINISHED_WITH_HOLES,
                            RipOutcome.STOPPED,
                            RipOutcome.DESTINATION_FAILED,
                            RipOutcome.DRIVE_FAILED,
                            RipOutcome.NOT_CONFIRMED);
        }
    }

    private void run(long seed) {
        var random = new SplittableRandom(seed);
        var troubles = new Trouble[1];
        try {
            List<String> left =
                    Bench.with(
                            seed,
                            bench -> {
                                troubles[0] = new Trouble(bench, random);
                                simulate(bench, troubles[0], random);
                            });
            if (troubles[0].driveHangsForEver()) {
                assertThat(List.of("reader")).containsAll(left);
            } else {
                assertThat(left).isEmpty();
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "mvn test -Dtest=EngineSimulationTest -Dseed="
                            + seed
                            + "\n"
                            + troubles[0]
                            + "\n"
                            + failure.getMessage(),
                    failure);
        }
    }

    private void simulate(Bench bench, Trouble trouble, SplittableRandom random) {
        trouble.request();
        trouble.drive();
        trouble.storage();
        var companion = random.nextInt(5) == 0 ? Optional.of(trouble.companion()) : NOBODY;
        for (int rounds = rounds(random); rounds > 0; rounds--) {
            oneRound(bench, trouble, random, companion.isPresent());
            bench.resume = ResumeMode.RESUME;
        }
        if (companion.isPresent()) {
            companionEnds(bench, trouble, companion.get());
        }
        goOn(bench, trouble, companion.isPresent());
    }

    /** Mostly one; sometimes it is gone on with while its troubles last. */
    private static int rounds(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextInt(2, MOST_ROUNDS + 1) : 1;
    }

    private void oneRound(
            Bench bench, Trouble trouble, SplittableRandom random, boolean inCompany) {
        long startNanos = bench.baton.nanoTime();
        var rip = RipJob.start(bench.services(), bench.request());
        var stop = random.nextInt(3) == 0 ? Duration.ofMillis(random.nextInt(30_000)) : LONGEST;
        stop(bench, trouble, rip, stop, random.nextBoolean());
        var verdict = rip.snapshot().verdict().orElseThrow();
        trouble.tell(verdict.toString());
        outcomes.merge(verdict.outcome(), 1, Integer::sum);
        check(bench, verdict);
        for (RoleWorker role : rip.roles().all()) {
            var nanosIn = role.ledger().snapshot().nanosIn().values();
            assertThat(nanosIn.stream().mapToLong(Long::longValue).sum())
                    .as(role.ledger().role())
                    .isEqualTo(bench.baton.nanoTime() - startNanos);
        }
        assertThat(rip.snapshot().sample().ringFill()).isBetween(0.0, 1.0);
        if (!inCompany && bench.policy.policy() == PolicyChoice.Policy.STEADY) {
            assertThat(verdict.peakUnconfirmedBytes())
                    .as("unconfirmed bytes")
                    .isLessThanOrEqualTo(bench.policy.budgetBytes().orElseThrow());
        }
    }

    /**
     * Another rip that went on meanwhile, to the same device and with the same drive's troubles.
     */
    private static void companionEnds(Bench bench, Trouble trouble, Rip companion) {
        if (!companion.awaitEnd(bench.baton.in(LONGEST))) {
            companion.stop();
            assertThat(bench.timeToEnd(companion)).isLessThanOrEqualTo(LONGEST_SAVING);
        }
        var verdict = companion.snapshot().verdict().orElseThrow();
        trouble.tell("its companion: " + verdict);
        assertThat(verdict.outcome()).as(verdict.text()).isNotEqualTo(RipOutcome.INTERNAL_ERROR);
        var files = bench.files(Trouble.COMPANION);
        files.assertMapHolds();
        if (verdict.outcome() == RipOutcome.COMPLETE) {
            files.assertImage(bench.image);
        }
    }

    private static void stop(Bench bench, Trouble trouble, Rip rip, Duration after, boolean twice) {
        if (endsBefore(bench, trouble, rip, after)) {
            return;
        }
        trouble.tell("stopped at " + after);
        rip.stop();
        if (twice) {
            bench.sleep(Duration.ofMillis(100));
            rip.stop();
        }
        assertThat(bench.timeToEnd(rip)).isLessThanOrEqualTo(twice ? SECOND : LONGEST_SAVING);
    }

    /** Waits, and looks now and then what a power cut would leave. */
    private static boolean endsBefore(Bench bench, Trouble trouble, Rip rip, Duration limit) {
        long untilNanos = bench.baton.nanoTime() + limit.toNanos();
        var slice = Duration.ofMillis(50);
        while (!rip.awaitEnd(bench.baton.in(slice))) {
            bench.files().assertMapHolds(bench.storage.crashCopy().insight());
            trouble.strikes();
            if (bench.baton.nanoTime() >= untilNanos) {
                return false;
            }
            long leftNanos = untilNanos - bench.baton.nanoTime();
            slice = Duration.ofNanos(Math.min(leftNanos, slice.toNanos() * 5 / 4));
        }
        return true;
    }

    private static void check(Bench bench, RipVerdict verdict) {
        bench.files().assertMapHolds();
        // Of threads that were left alone nobody is to hear, least of all as the disk's fault.
        assertThat(verdict.text()).doesNotContain("thread ");
        var files = bench.files();
        switch (verdict.outcome()) {
            case COMPLETE -> {
                assertThat(verdict.durable()).isTrue();
                files.assertImage(bench.image);
                if (bench.hashes.contains(HashAlgorithm.SHA256)) {
                    files.assertSha256();
                }
                assertThat(verdict.hashes()).hasSize(bench.hashes.size());
            }
            case FINISHED_WITH_HOLES -> {
                assertThat(verdict.badSectors()).isPositive();
                byte[] expected = bench.image.clone();
                byte[] content = bench.storage.insight().content(files.paths().image());
                byte[] unread = TestImage.unread(expected.length, bench.sectorBytes);
                for (ByteRange bad : files.map().with(SectorStatus.BAD).ranges()) {
                    int start = (int) bad.startBytes();
                    int end = (int) bad.endBytes();
                    if (bench.fill == Fill.PATTERN) {
                        System.arraycopy(unread, start, expected, start, end - start);
                        continue;
                    }
                    Arrays.fill(expected, start, end, (byte) 0);
                    // Nobody promises zeros where an earlier reading was lost by the storage.
                    Arrays.fill(content, start, end, (byte) 0);
                }
                BenchFiles.assertSame(content, expected);
            }
            case INTERNAL_ERROR -> throw new AssertionError(verdict.text());
            default ->
                    assertThat(
                                    verdict.durable()
                                            && verdict.outcome() != RipOutcome.STOPPED
                                            && verdict.outcome() != RipOutcome.NOT_CONFIRMED)
                            .isFalse();
        }
    }

    /** All is well again: the same program goes on with what is there, to the end. */
    private static void goOn(Bench bench, Trouble trouble, boolean inCompany) {
        trouble.heal();
        bench.retries = Math.max(1, bench.retries);
        bench.sleep(Duration.ofMinutes(5));
        assertThat(bench.storage.insight().openFiles()).isEmpty();
        if (inCompany) {
            bench.name = Optional.of(Trouble.COMPANION);
            completes(bench, trouble, bench.files(Trouble.COMPANION));
            bench.name = Optional.empty();
        }
        completes(bench, trouble, bench.files());
        bench.files().assertNothingElse();
    }

    private static void completes(Bench bench, Trouble trouble, BenchFiles files) {
        files.assertMapHolds();
        var verdict = bench.rip(ResumeMode.RESUME);
        trouble.tell("then " + verdict);
        if (verdict.outcome() != RipOutcome.COMPLETE) {
            // A device error that nobody was told of yet may be met once more.
            verdict = bench.rip(ResumeMode.RESUME);
            trouble.tell("then " + verdict);
        }
        assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
        files.assertImage(bench.image);
        files.assertCue();
    }
}
