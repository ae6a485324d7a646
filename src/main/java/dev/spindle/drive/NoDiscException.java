package dev.spindle.drive;

import java.io.IOException;
import java.io.Serial;

/** A drive without a disc; the message is one sentence for the user, without its full stop. */
public final class NoDiscException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean isTrayOpen;

    public NoDiscException(String sentence, Sense sense) {
        super(sentence);
        // 02/3A/02: medium not present, tray open (SPC-4, annex F).
        this.isTrayOpen = sense.ascq() == 2;
    }

    /** Whether the drive says that its tray is open. */
    public boolean isTrayOpen() {
        return isTrayOpen;
    }
}
