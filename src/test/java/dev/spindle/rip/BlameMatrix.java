package dev.spindle.rip;

import dev.spindle.timeline.Side;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Seconds that stalled, by who was to blame and who was billed. */
final class BlameMatrix {
    private final Map<Side, Map<Side, Long>> millis = new EnumMap<>(Side.class);
    private long unfoundedMillis;
    private int scenarios;
    private int rightVerdicts;

    void add(BlameTruth truth, BlameBill bill) {
        for (int ms = 0; ms < bill.millis(); ms++) {
            Optional<Side> billed = bill.at(ms);
            if (billed.isPresent()) {
                add(truth.at(ms), billed.get());
            }
        }
    }

    private void add(Optional<Side> culprit, Side billed) {
        if (culprit.isEmpty()) {
            unfoundedMillis++;
            return;
        }
        millis.computeIfAbsent(culprit.get(), _ -> new EnumMap<>(Side.class))
                .merge(billed, 1L, Long::sum);
    }

    void verdict(boolean isRight) {
        scenarios++;
        rightVerdicts += isRight ? 1 : 0;
    }

    void addAll(BlameMatrix other) {
        other.millis.forEach((culprit, row) ->
                row.forEach((billed, ms) ->
                        millis.computeIfAbsent(culprit, _ -> new EnumMap<>(Side.class))
                                .merge(billed, ms, Long::sum)));
        unfoundedMillis += other.unfoundedMillis;
        scenarios += other.scenarios;
        rightVerdicts += other.rightVerdicts;
    }

    boolean areVerdictsRight() {
        return rightVerdicts == scenarios;
    }

    long of(Side culprit, Side billed) {
        return millis.getOrDefault(culprit, Map.of()).getOrDefault(billed, 0L);
    }

    private long right() {
        return Arrays.stream(Side.values()).mapToLong(side -> of(side, side)).sum();
    }

    long stalledMillis() {
        return unfoundedMillis
                + millis.values().stream()
                        .flatMap(row -> row.values().stream())
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** How much of what stalled was billed to the right side; 1 where nothing did. */
    double share() {
        return stalledMillis() == 0 ? 1 : (double) right() / stalledMillis();
    }

    /** A line of a table in Markdown. */
    String line(String family) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f s | %s | %.1f s | %.2f %% | %d of %d |",
                family,
                scenarios,
                stalledMillis() / 1000.0,
                Arrays.stream(Side.values())
                        .map(billed ->
                                String.format(
                                        Locale.ROOT,
                                        "%.1f s",
                                        Arrays.stream(Side.values())
                                                        .filter(culprit -> culprit != billed)
                                                        .mapToLong(culprit -> of(culprit, billed))
                                                        .sum()
                                                / 1000.0))
                        .collect(Collectors.joining(" | ")),
                unfoundedMillis / 1000.0,
                100 * share(),
                rightVerdicts,
                scenarios);
    }

    /** Rows of a table in Markdown: who was to blame, and who was billed. */
    String rows() {
        return Arrays.stream(Side.values())
                .map(culprit ->
                        "| "
                                + culprit
                                + " | "
                                + Arrays.stream(Side.values())
                                        .map(billed ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f",
                                                        of(culprit, billed) / 1000.0))
                                        .collect(Collectors.joining(" | "))
                                + " |")
                .collect(Collectors.joining("\n"));
    }
}
