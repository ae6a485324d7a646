package dev.spindle.audio.track;

import java.io.IOException;
import java.io.Serial;

/** A track's file is not one any more that its decoder accepts. */
public final class TrackDamagedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    TrackDamagedException(String message) {
        super(message);
    }
}
