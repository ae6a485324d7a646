package dev.spindle.ui.aftercare;

import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.files.ImageFormat;

import java.util.Optional;

/** What is asked for when a rip is to go on. Pure. */
final class AgainRequest {
    private static final String PART = ".part";

    private AgainRequest() {}

    /**
     * The same rip, into the file that is there. Of a staged rip it depends on where that lies.
     *
     * @param file absolute path of the image, whole or partial
     */
    static RipRequest of(RipRequest before, String file) {
        if (before.staging().isEmpty()) {
            return of(before, before.drive(), file, before.staging());
        }
        boolean isPart = file.endsWith(PART);
        String image = isPart ? file.substring(0, file.length() - PART.length()) : file;
        String staged = before.staging().get() + image.substring(image.lastIndexOf('/'));
        if (image.equals(staged)) {
            return of(before, isPart ? before.drive() : staged, file, before.staging());
        }
        // What arrived in part is moved on, without the disc; of what arrived whole the holes are
        // read where they are.
        return isPart
                ? of(before, staged, file, before.staging())
                : of(before, before.drive(), file, Optional.empty());
    }

    /** By way of a local folder. */
    static RipRequest of(RipRequest before, String file, String staging) {
        return of(before, before.drive(), file, Optional.of(staging));
    }

    private static RipRequest of(
            RipRequest before, String drive, String file, Optional<String> staging) {
        String name = ImageFormat.base(file.substring(file.lastIndexOf('/') + 1));
        return new RipRequest(
                drive,
                before.folder(),
                Optional.of(name),
                before.policy(),
                before.ringBytes(),
                before.hashes(),
                before.effort(),
                // Of two folders one has nothing to be gone on with.
                staging.isPresent() ? ResumeMode.ADAPT : ResumeMode.RESUME,
                before.verify(),
                before.patience(),
                before.wishes(),
                Optional.empty(),
                before.fill(),
                staging,
                before.music());
    }
}
