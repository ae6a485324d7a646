package dev.spindle.ui.aftercare;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.ui.rip.Detour;

import java.util.Optional;

/**
 * Which steps make sense after a verdict. Pure.
 *
 * @param again reading goes on where it ended: holes, or what is missing
 * @param detour the same by way of a local folder
 * @param verify there is a finished file with a hash to compare
 * @param folder there is a file to be shown
 * @param delete there is a partial file
 */
record Offer(boolean again, boolean detour, boolean verify, boolean folder, boolean delete) {
    private static final String PART = ".part";
    private static final String CUE = ".cue";

    static final Offer NOTHING = new Offer(false, false, false, false, false);

    /**
     * @param stagedImage see {@link dev.spindle.rip.Rip#stagedImage}
     */
    static Offer of(RipSnapshot now, Optional<RipRequest> asked, Optional<String> stagedImage) {
        return now.verdict().map(verdict -> of(now, verdict, asked, stagedImage)).orElse(NOTHING);
    }

    private static Offer of(
            RipSnapshot now,
            RipVerdict verdict,
            Optional<RipRequest> asked,
            Optional<String> stagedImage) {
        // What was moved without the disc is gone once it has arrived.
        boolean hasSource =
                stagedImage.isPresent() || asked.filter(AgainRequest::isWithoutDisc).isEmpty();
        boolean hasFile = !verdict.file().isEmpty();
        boolean isPart = verdict.file().endsWith(PART);
        // An album's record has a checksum of each track.
        boolean isAlbum = verdict.file().endsWith(CUE);
        boolean mayGoOn =
                switch (verdict.outcome()) {
                    case FINISHED_WITH_HOLES, STOPPED, NOT_CONFIRMED, DRIVE_FAILED -> true;
                    case DESTINATION_FAILED -> isPart || (!hasFile && stagedImage.isPresent());
                    case COMPLETE, PROTECTED_DISC, REFUSED_INPUT, INTERNAL_ERROR -> false;
                };
        return new Offer(
                mayGoOn && (hasFile || stagedImage.isPresent()) && asked.isPresent() && hasSource,
                Detour.isDueAfter(asked, now, verdict),
                hasFile && !isPart && (isAlbum || !verdict.hashes().isEmpty()),
                hasFile,
                isPart && verdict.outcome() != RipOutcome.COMPLETE);
    }
}
