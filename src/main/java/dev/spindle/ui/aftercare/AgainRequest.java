package dev.spindle.ui.aftercare;

import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.files.ImageFormat;

import java.util.Optional;

/** What is asked for when a rip is to go on. Pure. */
final class AgainRequest {
    private AgainRequest() {}

    /**
     * The same rip, into the file that is there.
     *
     * @param file absolute path of the image, whole or partial; of a staged rip perhaps empty
     * @param stagedImage of a staged rip the image that is to be moved, once the disc is not needed
     */
    static RipRequest of(RipRequest before, String file, Optional<String> stagedImage) {
        if (before.staging().isEmpty()) {
            return straight(before, file);
        }
        boolean hasArrived = stagedImage.isPresent() && !file.isEmpty() && !file.endsWith(".part");
        // Of what has arrived the holes are read where they are; else what is still to be moved is,
        // without the disc.
        return hasArrived
                ? straight(before, file)
                : of(
                        before,
                        stagedImage.orElse(before.drive()),
                        before.name(),
                        ResumeMode.ADAPT,
                        before.staging());
    }

    /** By way of a local folder. */
    static RipRequest by(RipRequest before, String file, String staging) {
        return of(
                before,
                before.drive(),
                Optional.of(name(file)),
                ResumeMode.ADAPT,
                Optional.of(staging));
    }

    private static RipRequest straight(RipRequest before, String file) {
        return of(
                before,
                before.drive(),
                Optional.of(name(file)),
                ResumeMode.RESUME,
                Optional.empty());
    }

    private static String name(String file) {
        return ImageFormat.base(file.substring(file.lastIndexOf('/') + 1));
    }

    private static RipRequest of(
            RipRequest before,
            String drive,
            Optional<String> name,
            ResumeMode resume,
            Optional<String> staging) {
        return new RipRequest(
                drive,
                before.folder(),
                name,
                before.policy(),
                before.ringBytes(),
                before.hashes(),
                before.effort(),
                resume,
                before.verify(),
                before.patience(),
                before.wishes(),
                Optional.empty(),
                before.fill(),
                staging,
                before.music());
    }
}
