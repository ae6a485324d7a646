package dev.spindle.disc.udf;

import java.nio.charset.StandardCharsets;

/** Names of files as OSTA compressed Unicode (OSTA UDF 2.1.1). */
final class UdfNames {
    /** Bits in a character; 254 and 255 mark what was deleted (OSTA UDF 2.3.4.5). */
    private static final int EIGHT_BITS = 8;

    private static final int SIXTEEN_BITS = 16;

    private static final int REPLACEMENT = 0xFFFD;

    private UdfNames() {}

    /**
     * The name; what can stand in no name is an underscore, and a half of a surrogate pair the
     * replacement character.
     */
    static String decode(Bytes bytes, int at, int count) {
        if (count < 2) {
            return "_";
        }
        String name =
                switch (bytes.u8(at)) {
                    case EIGHT_BITS ->
                            new String(
                                    bytes.data(), at + 1, count - 1, StandardCharsets.ISO_8859_1);
                    case SIXTEEN_BITS -> wide(bytes, at + 1, (count - 1) / 2);
                    default -> "";
                };
        String usable = name.replace('/', '_').replace('\0', '_');
        return usable.isEmpty() || usable.equals(".") || usable.equals("..") ? "_" : usable;
    }

    private static String wide(Bytes bytes, int at, int characters) {
        var name = new StringBuilder(characters);
        for (int i = at; i < at + 2 * characters; i += 2) {
            name.append((char) ((bytes.u8(i) << 8) | bytes.u8(i + 1)));
        }
        var whole = new StringBuilder(characters);
        name.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
