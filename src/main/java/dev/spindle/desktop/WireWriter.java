package dev.spindle.desktop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Marshals values as the D-Bus specification 0.43, "Marshaling (Wire Format)", says: little endian,
 * each value aligned to its own size, counted from the start of what is written here.
 */
final class WireWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    WireWriter align(int step) {
        while (out.size() % step != 0) {
            out.write(0);
        }
        return this;
    }

    WireWriter uint8(int value) {
        out.write(value);
        return this;
    }

    /** INT32 and UINT32 alike. */
    WireWriter int32(int value) {
        align(4);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >>> shift);
        }
        return this;
    }

    /** STRING and OBJECT_PATH alike. */
    WireWriter string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int32(bytes.length);
        out.writeBytes(bytes);
        out.write(0);
        return this;
    }

    WireWriter signature(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes.length);
        out.writeBytes(bytes);
        out.write(0);
        return this;
    }

    /** A variant that holds a string, an object path or a signature. */
    WireWriter variant(String type, String text) {
        signature(type);
        return type.equals("g") ? signature(text) : string(text);
    }

    /** An array of nothing whose elements would be aligned to {@code step}. */
    WireWriter emptyArray(int step) {
        return int32(0).align(step);
    }

    /** An array of string-to-variant entries ({@code a{sv}}) with one string in it. */
    WireWriter options(String key, String value) {
        var entry = new WireWriter().string(key).variant("s", value);
        int32(entry.out.size()).align(8);
        out.writeBytes(entry.bytes());
        return this;
    }

    WireWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }
}
