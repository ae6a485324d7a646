package dev.spindle.audio;

import dev.spindle.range.DurationText;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.run.Concurrency;

import java.time.Duration;
import java.util.Locale;

/**
 * What is said of a rip whose image becomes tracks. Pure but for the clock.
 *
 * @param ripped the verdict on the image
 * @param startNanos when the making began
 */
record AlbumVerdict(Concurrency concurrency, RipVerdict ripped, long startNanos) {
    private double seconds() {
        return (concurrency.nanoTime() - startNanos) / 1e9;
    }

    /** The image's own name. */
    private String image() {
        return ripped.file().substring(ripped.file().lastIndexOf('/') + 1);
    }

    /**
     * All tracks are durable.
     *
     * @param file that stands for the whole
     * @param keepsImage whether the image stays
     */
    RipVerdict made(
            int tracks, MusicWishes.Format format, String folder, String file, boolean keepsImage) {
        String time = DurationText.format(Duration.ofNanos((long) (seconds() * 1e9)));
        String files = tracks == 1 ? " Its %d track is a %s file" : " Its %d tracks are %s files";
        String sentence =
                String.format(
                        Locale.ROOT,
                        files + " in %s, made in %s, read back and compared; ",
                        tracks,
                        format,
                        folder,
                        time);
        return ended(ripped.text() + sentence + fate(keepsImage), file);
    }

    /** The same samples have been made into tracks before. */
    RipVerdict there(String folder, String file, boolean keepsImage) {
        return ended(
                ripped.text()
                        + " Its tracks lie in "
                        + folder
                        + " already, of the same samples; "
                        + fate(keepsImage),
                file);
    }

    private String fate(boolean keepsImage) {
        return image() + (keepsImage ? " was kept." : " was removed.");
    }

    private RipVerdict ended(String text, String file) {
        return ripped.with(ripped.outcome(), ripped.durable(), text, file, seconds());
    }

    RipVerdict stopped() {
        return unfinished(
                RipOutcome.STOPPED,
                "Stopped while the tracks were being made; "
                        + image()
                        + " is whole and stays, and the same command goes on from it.");
    }

    RipVerdict failed(String reason) {
        return unfinished(
                RipOutcome.DESTINATION_FAILED,
                "The tracks could not be made: "
                        + reason
                        + ". "
                        + image()
                        + " is whole and stays; once that is mended, the same command goes on from"
                        + " it.");
    }

    /** Nothing has moved for so long that nobody waits any more. */
    RipVerdict hangs() {
        return unfinished(
                RipOutcome.NOT_CONFIRMED,
                "The tracks are not confirmed: for a minute nothing has reached the storage; "
                        + image()
                        + " is whole and stays, and the same command goes on from it.");
    }

    RipVerdict fault(RuntimeException fault) {
        return unfinished(
                RipOutcome.INTERNAL_ERROR,
                "A fault of Spindle's own ended the making of tracks ("
                        + fault
                        + "); please report it. "
                        + image()
                        + " is whole and stays.");
    }

    private RipVerdict unfinished(RipOutcome outcome, String text) {
        return ripped.with(outcome, ripped.durable(), text, ripped.file(), seconds());
    }
}
