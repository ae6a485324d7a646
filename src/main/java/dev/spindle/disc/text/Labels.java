package dev.spindle.disc.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Labels as the structures write them; what comes out has a visible character and no controls. */
public final class Labels {
    /** Compression identifiers of a dstring: bits in a character (OSTA UDF 2.1.1). */
    private static final int EIGHT_BITS = 8;

    private static final int SIXTEEN_BITS = 16;

    private Labels() {}

    /** Padded with spaces; by the book ASCII, in practice Latin 1 (ECMA-119, 8.4.6). */
    public static Optional<String> iso(byte[] field) {
        return clean(new String(field, StandardCharsets.ISO_8859_1));
    }

    /** Big-endian UCS-2 (Joliet specification); empty where it does not decode. */
    public static Optional<String> joliet(byte[] field) {
        return decode(field, StandardCharsets.UTF_16BE);
    }

    /**
     * A dstring: compression identifier, characters, length in the last byte (ECMA-167 1/7.2.12).
     */
    public static Optional<String> dstring(byte[] field) {
        int used = field[field.length - 1] & 0xFF;
        if (used < 2 || used > field.length - 1) {
            return Optional.empty();
        }
        byte[] characters = Arrays.copyOfRange(field, 1, used);
        return switch (field[0]) {
            case EIGHT_BITS -> decode(characters, StandardCharsets.ISO_8859_1);
            case SIXTEEN_BITS -> decode(characters, StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
            return clean(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> clean(String text) {
        String label = text.replaceAll("\\p{Cntrl}|[\\x80-\\x9F]", "").strip();
        return label.isEmpty() ? Optional.empty() : Optional.of(label);
    }
}
