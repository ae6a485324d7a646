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
     * @param file absolute path of the image, whole or partial
     */
    static RipRequest of(RipRequest before, String file) {
        return of(before, file, before.staging());
    }

    /** The same, perhaps by way of a local folder. */
    static RipRequest of(RipRequest before, String file, Optional<String> staging) {
        String name = ImageFormat.base(file.substring(file.lastIndexOf('/') + 1));
        return new RipRequest(
                before.drive(),
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
