package dev.spindle.ui.aftercare;

import dev.spindle.timeline.ChartPoint;

import java.util.List;
import java.util.Locale;

/** The charts' points as comma-separated values (RFC 4180), a line each. Pure. */
final class SamplesCsv {
    private static final String HEAD =
            "seconds,read_bytes_per_second,lowest_read_bytes_per_second,"
                    + "written_bytes_per_second,confirmed_bytes_per_second,chunk_bytes,"
                    + "most_unconfirmed_bytes\r\n";

    private SamplesCsv() {}

    static String of(List<ChartPoint> points) {
        var text = new StringBuilder(HEAD);
        for (ChartPoint p : points) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.3f,%.0f,%.0f,%.0f,%.0f,%d,%d\r\n",
                            p.seconds(),
                            p.readRate(),
                            p.readRateLow(),
                            p.writtenRate(),
                            p.confirmedRate(),
                            p.chunkBytes(),
                            p.unconfirmedBytes()));
        }
        return text.toString();
    }
}
