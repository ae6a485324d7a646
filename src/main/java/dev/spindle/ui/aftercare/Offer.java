package dev.spindle.ui.aftercare;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;

/**
 * Which steps make sense after a verdict. Pure.
 *
 * @param again reading goes on where it ended: holes, or what is missing
 * @param verify there is a finished file with a hash to compare
 * @param folder there is a file to be shown
 * @param delete there is a partial file
 */
record Offer(boolean again, boolean verify, boolean folder, boolean delete) {
    private static final String PART = ".part";
    private static final String CUE = ".cue";

    static Offer of(RipVerdict verdict, boolean isRequestKnown) {
        boolean hasFile = !verdict.file().isEmpty();
        boolean isPart = verdict.file().endsWith(PART);
        // An album's record has a checksum of each track.
        boolean isAlbum = verdict.file().endsWith(CUE);
        boolean mayGoOn =
                switch (verdict.outcome()) {
                    case FINISHED_WITH_HOLES, STOPPED, NOT_CONFIRMED, DRIVE_FAILED -> true;
                    case DESTINATION_FAILED -> isPart;
                    case COMPLETE, PROTECTED_DISC, REFUSED_INPUT, INTERNAL_ERROR -> false;
                };
        return new Offer(
                isRequestKnown && mayGoOn && hasFile,
                hasFile && !isPart && (isAlbum || !verdict.hashes().isEmpty()),
                hasFile,
                isPart && verdict.outcome() != RipOutcome.COMPLETE);
    }
}
