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
        String name = ImageFormat.base(file.substring(file.lastIndexOf('/') + 1));
        return new RipRequest(
                before.drive(),
                before.folder(),
                Optional.of(name),
                before.policy(),
                before.ringBytes(),
                before.hashes(),
                before.effort(),
                ResumeMode.RESUME,
                before.verify(),
                before.patience(),
                before.wishes(),
                Optional.empty(),
                before.fill(),
                Optional.empty(),
                before.music());
    }
}
