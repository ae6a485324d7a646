package dev.spindle.audio.secure;

import java.io.IOException;

/** The sectors as the first reading left them. */
public interface ImageSectors {
    byte[] content(long lba, int sectors) throws IOException;

    /** Puts what two readings agree on in place of what was there. */
    void mend(long lba, byte[] content) throws IOException;
}
