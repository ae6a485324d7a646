package dev.spindle.rip.files;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;

/**
 * Decides what a start does with what lies under a name ({@code --resume}). Pure.
 *
 * @param identity of the disc in the drive
 * @param bytes its exact length
 * @param mode what the user asked for
 * @param takesFinished whether a finished image of the same disc is what was to be made; else it is
 *     one that the user has already, and stays
 */
record StartRule(String identity, long bytes, ResumeMode mode, boolean takesFinished) {
    StartDecision decide(Survey survey, RipFiles files) {
        if (survey.partHeld()) {
            return held(survey, files);
        }
        if (survey.other().isPresent()) {
            return elsewhere(survey.other().get() + " is there already");
        }
        if (survey.imageBytes().isPresent()) {
            return withImage(survey, survey.imageBytes().get(), files);
        }
        if (survey.partBytes().isPresent()) {
            return withPart(survey, survey.partBytes().get(), files);
        }
        boolean foreignMap =
                survey.record().isEmpty() && !(survey.map() instanceof Survey.MapState.Absent);
        return foreignMap && mode != ResumeMode.RESTART
                ? elsewhere("there is a map but no " + files.part())
                : new StartDecision.Fresh();
    }

    private StartDecision held(Survey survey, RipFiles files) {
        if (mode == ResumeMode.ADAPT && survey.isOfAnotherDisc(identity, bytes)) {
            return new StartDecision.NextName(files.part() + " is in work");
        }
        String who = survey.record().map(r -> " (process " + r.pid() + ")").orElse("");
        return refuse(
                files.part() + " is being written by another rip" + who + "; wait for its end");
    }

    private StartDecision withImage(Survey survey, long imageBytes, RipFiles files) {
        boolean same = survey.isOfDisc(identity, bytes) && imageBytes == bytes;
        if (mode == ResumeMode.RESTART
                || (mode == ResumeMode.ADAPT
                        && !(same && (takesFinished || isUnfinished(survey))))) {
            return new StartDecision.NextName(files.image() + " is there already");
        }
        if (!same) {
            return refuse(
                    files.image()
                            + " is of another disc, or nothing tells that it is of this one;"
                            + " choose another --name");
        }
        return switch (survey.map()) {
            case Survey.MapState.Parsed(RescueMap map) when map.sizeBytes() == bytes ->
                    map.bytes(SectorStatus.FINISHED) == bytes
                            ? new StartDecision.Complete()
                            : new StartDecision.Reopen(map);
            // Without a map only the record can tell that nothing is missing.
            default ->
                    isComplete(survey)
                            ? new StartDecision.Complete()
                            : new StartDecision.Reopen(new RescueMap(bytes));
        };
    }

    private StartDecision withPart(Survey survey, long partBytes, RipFiles files) {
        if (mode == ResumeMode.RESTART) {
            return new StartDecision.StartOver(
                    "the part of an earlier rip is discarded", partBytes);
        }
        if (survey.isOfAnotherDisc(identity, bytes)) {
            return elsewhere(files.part() + " is of another disc");
        }
        return switch (survey.map()) {
            case Survey.MapState.Absent _ ->
                    mode == ResumeMode.RESUME || partBytes == 0 || survey.isOfDisc(identity, bytes)
                            ? new StartDecision.StartOver("there is no map beside it", partBytes)
                            : elsewhere(files.part() + " has no map");
            case Survey.MapState.Broken(String why) ->
                    elsewhere(files.map() + " can't be used: " + why);
            case Survey.MapState.Parsed(RescueMap map) -> {
                boolean isPartial = map.sizeBytes() < bytes;
                if (map.sizeBytes() > bytes || (isPartial && partBytes > bytes)) {
                    yield elsewhere(files.map() + " is of a disc of another size");
                }
                // ddrescue was perhaps to read a part only; what it says of it is compared first.
                var whole = map.extendedTo(bytes);
                whole.set(new ByteRange(Math.min(partBytes, bytes), bytes), SectorStatus.NON_TRIED);
                yield new StartDecision.Resume(whole, survey.record().isEmpty(), isPartial);
            }
        };
    }

    /** What the user named must not be touched: another name, or none where one was insisted on. */
    StartDecision elsewhere(String why) {
        return mode == ResumeMode.RESUME
                ? refuse(why + "; use --restart to begin again, or another --name")
                : new StartDecision.NextName(why);
    }

    private static StartDecision refuse(String why) {
        return new StartDecision.Refuse(RipOutcome.DESTINATION_FAILED, why);
    }

    private static boolean isUnfinished(Survey survey) {
        return survey.record()
                .map(r -> r.state() == RipState.RUNNING || r.state() == RipState.FAILED)
                .orElse(false);
    }

    private static boolean isComplete(Survey survey) {
        return survey.record().map(r -> r.state() == RipState.COMPLETE).orElse(false);
    }
}
