package dev.spindle.disc.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Names of files as the structures write them. What can't stand in a name, slash and NUL, comes out
 * as an underscore; all else stays, control characters included.
 */
public final class DiscText {
    private DiscText() {}

    /** Bytes of some POSIX system: UTF-8 if they are that, else Latin 1. */
    public static String posix(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Big-endian UCS-2 or UTF-16; what is neither comes out as the replacement character. */
    public static String ucs2(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_16BE);
    }

    /** Makes a name of a text; empty and the names of "here" and "above" get an underscore. */
    public static String name(String text) {
        String name = text.replace('/', '_').replace('\0', '_');
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "_" + name : name;
    }
}
