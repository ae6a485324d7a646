package dev.spindle.rip;

import dev.spindle.range.SizeText;

import java.util.Locale;
import java.util.Optional;

/** What is said of a rip that ended before its end. Pure. */
final class EarlySentences {
    private EarlySentences() {}

    /**
     * Of a rip that the user stopped.
     *
     * @param saved whether all that was read is behind a barrier
     * @param handedTo the file system, where it can't promise to keep what it has confirmed
     */
    static String stopped(
            Streaming streaming, boolean saved, long totalBytes, Optional<String> handedTo) {
        String tail = saved ? "" : " What the storage had not confirmed will be read again.";
        return String.format(
                Locale.ROOT,
                "Stopped at %.0f %%: %s %s; the same command goes on from there.%s",
                percent(streaming, totalBytes),
                SizeText.format(streaming.durableContent().sizeBytes()),
                handedTo.map(kind -> "were handed over to " + kind)
                        .orElse("are safely on the disk"),
                tail);
    }

    static String kept(Streaming streaming, long totalBytes) {
        return String.format(
                Locale.ROOT,
                " %s (%.0f %%) are kept; the same command goes on from there.",
                SizeText.format(streaming.durableContent().sizeBytes()),
                percent(streaming, totalBytes));
    }

    /**
     * Of a rip whose file somebody removed, covered or replaced: there is nothing to go on with.
     */
    static String lost(Prepared ready) {
        return " What was read can't be found under "
                + ready.files().part()
                + " any more, so nothing of it is kept there; bring the folder back, or rip anew.";
    }

    private static double percent(Streaming streaming, long totalBytes) {
        return totalBytes == 0
                ? 0
                : Math.floor(100.0 * streaming.durableContent().sizeBytes() / totalBytes);
    }
}
