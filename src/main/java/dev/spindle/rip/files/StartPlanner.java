package dev.spindle.rip.files;

import dev.spindle.os.Storage;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest.ResumeMode;

import java.io.IOException;

/** Finds the name that a rip goes by, and what to do with what is there. For the syncer. */
public final class StartPlanner {
    private final Surveyor surveyor;
    private final String folder;
    private final String base;
    private final StartRule rule;
    private final ImageFormat format;
    private int tried;

    /**
     * A planner.
     *
     * @param base the wanted name; the next free one after it may be taken
     * @param takesFinished whether a finished image of the same disc counts as done
     */
    public StartPlanner(
            Storage storage,
            String folder,
            String base,
            String identity,
            long bytes,
            ResumeMode mode,
            boolean takesFinished,
            ImageFormat format) {
        this.format = format;
        this.surveyor = new Surveyor(storage);
        this.folder = folder;
        this.base = base;
        this.rule = new StartRule(identity, bytes, mode, takesFinished);
    }

    /** A name and what to do with what lies under it. */
    public record Choice(RipFiles files, StartDecision decision) {}

    /** The next name that can be used, or the reason why none can. */
    public Choice next() throws IOException {
        while (tried < NameCandidates.MOST) {
            tried++;
            var files = new RipFiles(folder, NameCandidates.name(base, tried), format);
            var decision = rule.decide(surveyor.survey(files), files);
            if (!(decision instanceof StartDecision.NextName)) {
                return new Choice(files, decision);
            }
        }
        var files = new RipFiles(folder, base, format);
        return new Choice(
                files,
                new StartDecision.Refuse(
                        RipOutcome.DESTINATION_FAILED,
                        "no free name was found for " + base + "; use --name"));
    }

    /** What to do where nothing of the content under a name can be compared, and must be. */
    public StartDecision contentUnproven(SpotCheck.Claim claim) {
        return rule.elsewhere("nothing tells whether " + claim.path() + " is of this disc");
    }

    /** What to do where the content under a name turned out to be another disc's. */
    public StartDecision contentDiffers(SpotCheck.Claim claim) {
        return rule.elsewhere(claim.path() + " holds other data than this disc");
    }
}
