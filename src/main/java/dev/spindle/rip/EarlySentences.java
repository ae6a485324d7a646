package dev.spindle.rip;

import dev.spindle.range.SizeText;

import java.util.Locale;

/** What is said of a rip that ended before its end. Pure. */
final class EarlySentences {
    private EarlySentences() {}

    static String stopped(Streaming streaming, boolean saved, long totalBytes) {
        String tail = saved ? "" : " What the storage had not confirmed will be read again.";
        return String.format(
                Locale.ROOT,
                "Stopped at %.0f %%: %s are safely on the disk; the same command goes on from"
                        + " there.%s",
                percent(streaming, totalBytes),
                SizeText.format(streaming.ledger().status().durableBytes()),
                tail);
    }

    static String kept(Streaming streaming, long totalBytes) {
        return String.format(
                Locale.ROOT,
                " %s (%.0f %%) are kept; the same command goes on from there.",
                SizeText.format(streaming.ledger().status().durableBytes()),
                percent(streaming, totalBytes));
    }

    private static double percent(Streaming streaming, long totalBytes) {
        return totalBytes == 0
                ? 0
                : Math.floor(100.0 * streaming.ledger().status().durableBytes() / totalBytes);
    }
}
