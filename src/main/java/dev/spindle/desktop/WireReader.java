package dev.spindle.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link WireWriter} writes, in either byte order; refuses what does not fit. */
final class WireReader {
    private final ByteBuffer in;

    /** {@code bytes} has its order, and starts where alignment counts from. */
    WireReader(ByteBuffer bytes) {
        in = bytes;
    }

    int position() {
        return in.position();
    }

    WireReader align(int step) throws IOException {
        int rest = in.position() % step;
        skip(rest == 0 ? 0 : step - rest);
        return this;
    }

    int uint8() throws IOException {
        need(1);
        return Byte.toUnsignedInt(in.get());
    }

    int int32() throws IOException {
        align(4);
        need(4);
        return in.getInt();
    }

    String string() throws IOException {
        return text(int32());
    }

    String signature() throws IOException {
        return text(uint8());
    }

    private String text(int length) throws IOException {
        if (length < 0 || length > in.remaining() - 1) {
            throw new IOException("a text on the bus is longer than its message");
        }
        var bytes = new byte[length];
        in.get(bytes);
        skip(1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void skip(int count) throws IOException {
        need(count);
        in.position(in.position() + count);
    }

    private void need(int count) throws IOException {
        if (in.remaining() < count) {
            throw new IOException("a message on the bus is cut off");
        }
    }
}
