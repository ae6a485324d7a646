package dev.spindle.drive.scsi;

import java.io.Serial;

/** A drive's reply that is too short or contradicts itself. */
public final class BadReplyException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    BadReplyException(String sentence) {
        super(sentence);
    }
}
