package dev.spindle.drive.image;

import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the small text files that go with images: scripts and cue sheets. */
record TextFiles(Openings openings) {
    /** Longer is none of these, but something that was named by mistake. */
    private static final int MOST_BYTES = 1 << 20;

    /**
     * Reads one.
     *
     * @param called how the user calls it
     * @param kind what it should be, for the sentence that says that it isn't
     */
    String read(String called, String path, String kind) throws IOException {
        FileFacts facts = openings.look(called, path);
        if (facts.kind() != FileFacts.Kind.REGULAR || facts.sizeBytes() > MOST_BYTES) {
            throw new IOException(
                    called + " is no " + kind + "; name a text file of at most 1 MiB");
        }
        StorageFile file = openings.open(called, path);
        try {
            return text(file, (int) facts.sizeBytes());
        } catch (CharacterCodingException problem) {
            throw new IOException(called + " is no text; save it as UTF-8", problem);
        } finally {
            close(file);
        }
    }

    private static String text(StorageFile file, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
        while (buffer.hasRemaining()) {
            int came = file.read(buffer, buffer.position());
            if (came <= 0) {
                break;
            }
            buffer.position(buffer.position() + came);
        }
        return StandardCharsets.UTF_8.newDecoder().decode(buffer.flip()).toString();
    }

    private static void close(StorageFile file) {
        try {
            file.close();
        } catch (OsException _) {
            // It was only read: nothing can be lost.
        }
    }
}
