package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.linux.LinuxSystemFacts;
import dev.spindle.rescue.Effort;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.DeviceBudgets;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A rip of any length by the engine that ships: memory and the cost of a gigabyte must not grow
 * with it. Not one of the tests, since it takes minutes and wants the machine for itself:
 *
 * <pre>mvn -B -ntp test -Dtest=Growth -Dgrowth.gigabytes=1000</pre>
 *
 * <p>Drive and storage cost next to nothing here, so that what the engine itself costs is seen.
 */
@Tag("bench")
final class Growth {
    private static final int PARTS = 8;
    private static final long GIGABYTE = 1_000_000_000L;

    /** Of what the first half has cost, by the medians of its eighths. */
    private static final double MOST_COST = 1.25;

    private static final long MOST_MORE_BYTES = 8 << 20;

    private final RealConcurrency concurrency = new RealConcurrency();
    private final LinuxSystemFacts system = new LinuxSystemFacts();
    private final Bottomless storage = new Bottomless();
    private final long totalBytes =
            Long.getLong("growth.gigabytes", 128) * GIGABYTE / TestImage.SECTOR * TestImage.SECTOR;

    /** What an eighth of it cost, and what was reachable at its end. */
    private record Part(double cpuSecondsPerGigabyte, double seconds, long reachableBytes) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.3f s of processor time per GB, %.1f s, %.1f MB reachable",
                    cpuSecondsPerGigabyte,
                    seconds,
                    reachableBytes / 1e6);
        }
    }

    @Test
    void neitherMemoryNorCostGrows() {
        var rip = new RipEngine(services()).start(request());
        List<Part> parts = follow(rip);
        assertThat(rip.awaitEnd(concurrency.in(Duration.ofMinutes(1)))).isTrue();
        var verdict = rip.snapshot().verdict().orElseThrow();
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        assertThat(storage.wrongSectors()).isZero();
        // The first eighth warms the program up.
        var early = parts.subList(1, PARTS / 2);
        var late = parts.subList(PARTS / 2, PARTS);
        assertThat(median(late)).isLessThanOrEqualTo(MOST_COST * median(early));
        assertThat(late.getLast().reachableBytes)
                .isLessThanOrEqualTo(early.getFirst().reachableBytes + MOST_MORE_BYTES);
    }

    /** Of the processor time for a gigabyte. */
    private static double median(List<Part> parts) {
        var costs = parts.stream().mapToDouble(Part::cpuSecondsPerGigabyte).sorted().toArray();
        return costs[costs.length / 2];
    }

    private List<Part> follow(Rip rip) {
        var parts = new ArrayList<Part>();
        var gate = concurrency.gate("growth");
        long cpuNanos = system.processCpuNanos();
        long nanos = concurrency.nanoTime();
        for (int part = 1; part <= PARTS; part++) {
            long goalBytes = totalBytes / PARTS * part;
            while (rip.snapshot().finishedBytes() < goalBytes
                    && rip.snapshot().verdict().isEmpty()) {
                var _ = gate.pause(concurrency.in(Duration.ofMillis(100)), StopToken.never());
                // As its faces do: events that nobody takes are kept for a while.
                var _ = rip.takeEvents();
            }
            long cpuNow = system.processCpuNanos();
            long now = concurrency.nanoTime();
            double gigabytes = (double) totalBytes / PARTS / GIGABYTE;
            parts.add(
                    new Part(
                            (cpuNow - cpuNanos) / 1e9 / gigabytes,
                            (now - nanos) / 1e9,
                            reachableBytes()));
            System.out.println("eighth " + part + ": " + parts.getLast());
            // What the collection cost is not the rip's.
            cpuNanos = system.processCpuNanos();
            nanos = concurrency.nanoTime();
        }
        return parts;
    }

    private static long reachableBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private RipServices services() {
        return new RipServices(
                concurrency,
                storage,
                system,
                _ -> new EndlessDisc(totalBytes),
                () -> Instant.parse("2026-03-04T05:06:07Z"),
                new DeviceBudgets(concurrency),
                List.of());
    }

    private static RipRequest request() {
        return new RipRequest(
                "endless.iso",
                "/out",
                Optional.of("ENDLESS"),
                PolicyChoice.standard(),
                OptionalLong.empty(),
                Set.of(),
                Effort.retries(0),
                RipRequest.ResumeMode.ADAPT,
                false,
                Duration.ZERO);
    }
}
