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
     * @param file absolute path of the image, whole or partial; empty where a move had none
     * @param stagedImage of a staged rip what is still to be moved, without the disc
     */
    static RipRequest of(RipRequest before, String file, Optional<String> stagedImage) {
        boolean hasArrived =
                before.staging()
                        .filter(local -> stagedImage.isEmpty() && !isIn(local, file))
                        .filter(_ -> !file.endsWith(".part"))
                        .isPresent();
        // Of what has arrived the holes are read where they are.
        return before.staging().isEmpty() || hasArrived
                ? straight(before, file)
                : of(
                        before,
                        stagedImage.orElse(before.drive()),
                        file.isEmpty() ? before.name() : Optional.of(name(file)),
                        ResumeMode.ADAPT,
                        before.staging());
    }

    private static boolean isIn(String folder, String file) {
        return file.startsWith(folder + "/");
    }

    /** Whether it reads an image of its own local folder in place of the disc. */
    static boolean isWithoutDisc(RipRequest asked) {
        return asked.staging().filter(local -> isIn(local, asked.drive())).isPresent();
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
