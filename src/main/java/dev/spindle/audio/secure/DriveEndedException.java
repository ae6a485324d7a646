package dev.spindle.audio.secure;

import java.io.IOException;
import java.io.Serial;

/** The drive can't go on; its message says why, for the user. */
public final class DriveEndedException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    public DriveEndedException(String sentence) {
        super(sentence);
    }
}
