package dev.spindle.audio.track;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes one track's file, and reads it back. For one thread, but for {@link #abandon}; all other
 * calls may block for as long as the storage pleases.
 */
interface Encoder extends AutoCloseable {
    /** Takes the next samples. */
    void write(ByteBuffer samples) throws IOException;

    /** Brings what is left to the device; the file is durable then, its name is not. */
    void finish() throws IOException;

    /** Reads the file from the device and gives its samples, in order. */
    void readBack(Sink sink) throws IOException;

    /** Ends programs and closes files, whatever came before. */
    @Override
    void close() throws IOException;

    /** Ends whatever goes on, so that the thread in it returns. Safe for all threads. */
    void abandon();

    /** Takes samples. */
    @FunctionalInterface
    interface Sink {
        void take(ByteBuffer samples) throws IOException;
    }
}
