package dev.spindle.rip;

import dev.spindle.rescue.Effort;
import dev.spindle.rescue.ReadCommand.Pass;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.RipFiles;

import java.util.Optional;
import java.util.Set;

/**
 * The two requests that one with a staging folder stands for. Pure.
 *
 * @param staging absolute path of the folder that is ripped to first
 */
record StagedRequests(RipRequest request, String staging) {
    /** Nothing is tried twice where nothing can be read better. */
    private static final Effort ONCE = new Effort(0, Set.of(Pass.SWEEP), Optional.empty());

    String target() {
        return request.folder();
    }

    /** From the drive to the staging folder. */
    RipRequest rip() {
        return new RipRequest(
                request.drive(),
                staging,
                request.name(),
                request.policy(),
                request.ringBytes(),
                request.hashes(),
                request.effort(),
                request.resume(),
                request.verify(),
                request.patience(),
                request.wishes(),
                request.merge(),
                request.fill(),
                Optional.empty(),
                request.music());
    }

    /** From the staging folder to the destination. */
    RipRequest move(RipFiles staged) {
        return new RipRequest(
                staged.image(),
                request.folder(),
                request.name(),
                request.policy(),
                request.ringBytes(),
                request.hashes(),
                ONCE,
                // There need not be anything yet where it goes.
                request.resume() == ResumeMode.RESUME ? ResumeMode.ADAPT : request.resume(),
                request.verify(),
                request.patience(),
                DriveWishes.NONE,
                Optional.empty(),
                request.fill(),
                Optional.empty(),
                request.music());
    }

    /** The image that the user named in place of a drive, where it lies in the staging folder. */
    Optional<RipFiles> alreadyStaged() {
        String named = request.drive();
        boolean isImage = ImageFormat.ofName(named).isPresent() && !ImageFormat.isPart(named);
        return Optional.of(named)
                .filter(_ -> isImage)
                .map(RipFiles::of)
                .filter(files -> files.folder().equals(staging));
    }
}
