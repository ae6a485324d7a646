package dev.spindle.ui.probe;

import dev.spindle.probe.ProbeCurve;
import dev.spindle.ui.charts.ProbeChart;
import dev.spindle.ui.common.Tone;

import java.util.List;

/**
 * What the page shows at one moment.
 *
 * @param running whether a test is under way
 * @param status what happens just now; empty where nothing does
 * @param share of the running pass that is written
 * @param tone of the verdict
 * @param verdict in words; empty before there is one
 * @param columns the pipeline's, then the plain way's
 * @param advised whether there are settings to be used
 */
record ProbeLook(
        boolean running,
        String status,
        double share,
        Tone tone,
        String verdict,
        List<Column> columns,
        boolean advised) {
    /**
     * One pass.
     *
     * @param figures in words, in the order of the page; empty before they are known
     */
    record Column(ProbeChart chart, List<String> figures) {
        static final Column EMPTY = new Column(ProbeChart.none(), List.of());
    }

    static final ProbeLook NOTHING =
            new ProbeLook(
                    false, "", 0, Tone.NEUTRAL, "", List.of(Column.EMPTY, Column.EMPTY), false);

    /** {@code curves} are those of the passes that have begun. */
    static List<Column> columns(List<ProbeCurve> curves, List<List<String>> figures, long pace) {
        return List.of(column(0, curves, figures, pace), column(1, curves, figures, pace));
    }

    private static Column column(
            int index, List<ProbeCurve> curves, List<List<String>> figures, long pace) {
        return new Column(
                index < curves.size() ? ProbeChart.of(curves.get(index), pace) : ProbeChart.none(),
                index < figures.size() ? figures.get(index) : List.of());
    }

    /** The later end of both charts, which share an axis. */
    double endSeconds() {
        return columns.stream().mapToDouble(c -> c.chart().endSeconds()).max().orElse(0);
    }

    double highestRate() {
        return columns.stream().mapToDouble(c -> c.chart().highestRate()).max().orElse(0);
    }
}
