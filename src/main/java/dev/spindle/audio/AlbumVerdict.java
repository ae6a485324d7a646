package dev.spindle.audio;

import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.range.DurationText;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.run.Concurrency;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a rip whose image becomes tracks. Pure but for the clock.
 *
 * @param ripped the verdict on the image
 * @param startNanos when the making began
 */
record AlbumVerdict(Concurrency concurrency, RipVerdict ripped, long startNanos) {
    /** The same about an image that holds something else now. */
    AlbumVerdict withHashes(Map<String, String> hashes) {
        return new AlbumVerdict(concurrency, ripped.withHashes(hashes), startNanos);
    }

    private double seconds() {
        return (concurrency.nanoTime() - startNanos) / 1e9;
    }

    /** The image's own name. */
    private String image() {
        return ripped.file().substring(ripped.file().lastIndexOf('/') + 1);
    }

    /** Whether the image was read just now, and not by an earlier run. */
    boolean hasRead() {
        return ripped.readSeconds() > 0;
    }

    /** Whether the image was made on the way to tracks, and the storage keeps its promises. */
    boolean isRemovable(AudioImage image) {
        return image.isOnTheWay() && !image.hasMore() && ripped.durable();
    }

    /** What was made. */
    record Made(int tracks, MusicWishes.Format format, String folder, AlbumFiles.Said said) {}

    /** Whether there is music of which no two readings were alike. */
    static boolean hasDoubts(Optional<Confirmation> confirmation) {
        return confirmation.filter(said -> !said.doubtful().isEmpty()).isPresent();
    }

    /**
     * All tracks are durable.
     *
     * @param file that stands for the whole
     * @param keepsImage whether the image stays
     */
    RipVerdict made(Made made, String file, boolean keepsImage) {
        String time = DurationText.format(Duration.ofNanos((long) (seconds() * 1e9)));
        String files =
                made.tracks == 1 ? " Its %d track is a %s file" : " Its %d tracks are %s files";
        String sentence =
                String.format(
                        Locale.ROOT,
                        files + " in %s, made in %s, read back and compared; ",
                        made.tracks,
                        made.format,
                        made.folder,
                        time);
        var outcome =
                hasDoubts(made.said.confirmation())
                        ? RipOutcome.FINISHED_WITH_HOLES
                        : ripped.outcome();
        String text = ripped.text() + sentence + fate(keepsImage);
        return ended(outcome, text + about(made.said) + people(made.said), file, keepsImage);
    }

    private static String about(AlbumFiles.Said all) {
        var confirmation = all.confirmation();
        if (confirmation.isEmpty()) {
            return "";
        }
        var said = confirmation.get();
        if (said.why().isPresent()) {
            return " The second reading did not come to its end: "
                    + said.why().get()
                    + "."
                    + doubts(said);
        }
        if (hasDoubts(confirmation)) {
            return doubts(said);
        }
        if (all.knownTracks() > 0) {
            return " Other people have "
                    + all.knownTracks()
                    + " of the tracks alike; of the rest a second reading was the same"
                    + (said.mended().isEmpty() ? "." : " in the end.");
        }
        return said.mended().isEmpty()
                ? " A second reading of the disc was the same."
                : " A second reading differed in "
                        + said.mended().sizeBytes()
                        + " sectors, which were read until two readings agreed.";
    }

    /** What databases know of it. */
    private static String people(AlbumFiles.Said said) {
        String picture =
                said.pictureProblem().isEmpty()
                        ? ""
                        : " Without a picture: " + said.pictureProblem() + ".";
        return said.compared().map(AlbumVerdict::people).orElse("") + picture;
    }

    private static String people(Comparison databases) {
        String known = " AccurateRip: " + databases.accurateRip() + ".";
        var offset = databases.readOffset();
        return offset.isEmpty()
                ? known
                : known
                        + " Other people have this music elsewhere: it is another pressing, or the"
                        + " drive's read offset is "
                        + offset.getAsInt()
                        + "; where several discs say so, rip with that offset.";
    }

    private static String doubts(Confirmation said) {
        return said.doubtful().isEmpty()
                ? ""
                : " Of "
                        + said.doubtful().sizeBytes()
                        + " sectors of music no two readings were alike; the log names them.";
    }

    /**
     * The same samples have been made into tracks before.
     *
     * @param outcome of that time
     */
    RipVerdict there(RipOutcome outcome, String folder, String file, boolean keepsImage) {
        return ended(
                outcome,
                ripped.text()
                        + " Its tracks lie in "
                        + folder
                        + " already, of the same samples; "
                        + fate(keepsImage),
                file,
                keepsImage);
    }

    private String fate(boolean keepsImage) {
        return image() + (keepsImage ? " was kept." : " was removed.");
    }

    /** The hashes are those of the image. */
    private RipVerdict ended(RipOutcome outcome, String text, String file, boolean keepsImage) {
        var verdict = ripped.with(outcome, ripped.durable(), text, file, seconds());
        return keepsImage ? verdict : verdict.withHashes(Map.of());
    }

    RipVerdict stopped() {
        return unfinished(
                RipOutcome.STOPPED,
                "Stopped while the tracks were being made; "
                        + image()
                        + " stays, and the same command goes on from it.");
    }

    RipVerdict failed(String reason) {
        return unfinished(
                RipOutcome.DESTINATION_FAILED,
                "The tracks could not be made: "
                        + reason
                        + ". "
                        + image()
                        + " stays; once that is mended, the same command goes on from"
                        + " it.");
    }

    /** Nothing has moved for so long that nobody waits any more. */
    RipVerdict hangs() {
        return unfinished(
                RipOutcome.NOT_CONFIRMED,
                "The tracks are not confirmed: for a minute nothing has reached the storage; "
                        + image()
                        + " stays, and the same command goes on from it.");
    }

    RipVerdict fault(Throwable fault) {
        return unfinished(
                RipOutcome.INTERNAL_ERROR,
                "A fault of Spindle's own ended the making of tracks ("
                        + fault
                        + "); please report it. "
                        + image()
                        + " stays.");
    }

    private RipVerdict unfinished(RipOutcome outcome, String text) {
        return ripped.with(outcome, ripped.durable(), text, ripped.file(), seconds());
    }
}
